package org.zaledje.platform.procedure.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;

/** Plans, facts and wordings as they are stored. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static String write(ProcedurePlan plan) {
        ObjectNode node = MAPPER.createObjectNode();
        node.set("title", tree(plan.title()));
        node.put("active", plan.active());
        ArrayNode steps = node.putArray("steps");
        plan.steps().forEach(step -> steps.add(tree(step)));
        return text(node);
    }

    static ProcedurePlan plan(String json) {
        JsonNode node = tree(json);
        return new ProcedurePlan(wording(node.get("title")), node.get("active").asBoolean(), list(node.get("steps"), Json::step));
    }

    static String write(Wording wording) {
        return text(tree(wording));
    }

    static Wording wording(String json) {
        return wording(tree(json));
    }

    static String write(Map<String, TypedFact> facts) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(facts).forEach((name, fact) ->
                node.putObject(name).put("type", fact.type().name()).put("value", fact.value()));
        return text(node);
    }

    static Map<String, TypedFact> facts(String json) {
        Map<String, TypedFact> facts = new TreeMap<>();
        tree(json).fields().forEachRemaining(fact -> facts.put(fact.getKey(), new TypedFact(
                Fact.Type.valueOf(fact.getValue().get("type").asText()), fact.getValue().get("value").asText())));
        return facts;
    }

    private static ObjectNode tree(Step step) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("key", step.key());
        node.set("title", tree(step.title()));
        node.put("kind", step.kind().name());
        new TreeSet<>(step.after()).forEach(node.putArray("after")::add);
        ArrayNode conditions = node.putArray("conditions");
        step.conditions().forEach(condition -> conditions.addObject().put("fact", condition.fact())
                .put("relation", condition.relation().name()).put("value", condition.value()));
        ArrayNode candidates = node.putArray("candidates");
        step.candidates().forEach(candidate -> candidates.add(candidate.toString()));
        node.put("approvals", step.approvals());
        new TreeSet<>(step.otherThan()).forEach(node.putArray("otherThan")::add);
        step.due().ifPresent(due -> node.put("due", due.toString()));
        step.escalation().ifPresent(candidate -> node.put("escalation", candidate.toString()));
        return node;
    }

    private static Step step(JsonNode node) {
        return new Step(node.get("key").asText(), wording(node.get("title")), Step.Kind.valueOf(node.get("kind").asText()),
                new TreeSet<>(list(node.get("after"), JsonNode::asText)),
                list(node.get("conditions"), each -> new Condition(each.get("fact").asText(),
                        Condition.Relation.valueOf(each.get("relation").asText()), each.get("value").asText())),
                list(node.get("candidates"), each -> Candidates.parse(each.asText())), node.get("approvals").asInt(),
                new TreeSet<>(list(node.get("otherThan"), JsonNode::asText)),
                Optional.ofNullable(node.get("due")).map(due -> Duration.parse(due.asText())),
                Optional.ofNullable(node.get("escalation")).map(each -> Candidates.parse(each.asText())));
    }

    private static ObjectNode tree(Wording wording) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(wording.byLanguage()).forEach(node::put);
        return node;
    }

    private static Wording wording(JsonNode node) {
        Map<String, String> byLanguage = new TreeMap<>();
        node.fields().forEachRemaining(each -> byLanguage.put(each.getKey(), each.getValue().asText()));
        return new Wording(byLanguage);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(element.apply(each)));
        return all;
    }

    private static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not as it was stored: " + e.getOriginalMessage(), e);
        }
    }
}
