package org.zaledje.platform.web.internal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaledje.platform.list.ListSchema;

/**
 * The OpenAPI description of one function's resources, made fit to stand beside others: paths, names of components and
 * of operations get the function before them. They get it always, not only when two clash, so that a client that was
 * generated today still fits when another function is installed tomorrow.
 */
final class FunctionDescription {

    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final String function;
    private final ObjectNode description;
    private final Map<String, ListSchema> lists;

    FunctionDescription(String function, ObjectNode description, Map<String, ListSchema> lists) {
        this.function = function;
        this.description = description;
        this.lists = lists;
    }

    void addTo(ObjectNode document) {
        adapt(description);
        ObjectNode paths = document.withObject("/paths");
        for (Map.Entry<String, JsonNode> path : List.copyOf(description.path("paths").properties())) {
            if (path.getValue() instanceof ObjectNode item) {
                item.properties().stream().filter(entry -> METHODS.contains(entry.getKey()))
                        .map(Map.Entry::getValue).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                        .forEach(this::adaptOperation);
                paths.set(path(path.getKey()), item);
            }
        }
        for (Map.Entry<String, JsonNode> section : description.path("components").properties()) {
            ObjectNode target = document.withObject("/components").withObjectProperty(section.getKey());
            section.getValue().properties().forEach(entry -> target.set(name(entry.getKey()), entry.getValue()));
        }
    }

    private String path(String own) {
        String base = "/api/v1/" + function;
        return own.equals("/") ? base : base + own;
    }

    private String name(String own) {
        return function + "." + own;
    }

    private void adaptOperation(ObjectNode operation) {
        operation.putArray("tags").add(function);
        if (operation.path("operationId").isTextual()) {
            Optional.ofNullable(lists.get(operation.path("operationId").asText()))
                    .ifPresent(list -> new ListDescription(list).addTo(operation.withArrayProperty("parameters")));
            operation.put("operationId", function + "_" + operation.path("operationId").asText());
        }
        operation.withArrayProperty("parameters").addObject().put(REFERENCE, COMPONENTS + "parameters/Company");
        ObjectNode responses = operation.withObjectProperty("responses");
        if (!responses.has("401")) {
            responses.putObject("401").put(REFERENCE, COMPONENTS + "responses/LoginNeeded");
        }
        // "default" is what the generator writes for a method about which nothing is said: its success.
        if (responses.has("default") && !responses.has("200")) {
            boolean answersNothing = responses.path("default").findParent("schema") == null;
            if (answersNothing) {
                responses.putObject("204").put("description", "Done");
            } else {
                responses.set("200", responses.get("default"));
            }
        }
        responses.putObject("default").put(REFERENCE, COMPONENTS + "responses/Problem");
    }

    /** Names of components are prefixed, and a decimal is a string, whatever the generator thinks of it. */
    private void adapt(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path(REFERENCE).asText().startsWith(COMPONENTS)) {
                String reference = object.get(REFERENCE).asText();
                int last = reference.lastIndexOf('/') + 1;
                object.set(REFERENCE, new TextNode(reference.substring(0, last) + name(reference.substring(last))));
            }
            if (object.path("type").asText().equals("number") && !object.has("format")) {
                object.put("type", "string").put("format", "decimal");
                if (object.path("example").isNumber()) {
                    object.put("example", object.get("example").asText());
                }
            }
            object.forEach(this::adapt);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::adapt);
        }
    }
}
