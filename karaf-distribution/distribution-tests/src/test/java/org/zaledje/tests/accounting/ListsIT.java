package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Zaledje;

/*
 * How is a list covered that is added tomorrow?
 *
 * Every GET in OpenAPI whose answer has items is a list. It is read in pages, unless it stands below with the reason why it
 * never has many rows. Lists that are read in pages all have a limit, a cursor and an order, take each order and each filter
 * that they tell of, and refuse a parameter and a cursor that they don't know, naming them.
 */

/** Lists are filtered, sorted and read in pages by one mechanism, whoever offers them. */
@ExtendWith(ZaledjeExtension.class)
class ListsIT {

    /** Lists that are answered whole, each with the reason. */
    private static final Map<Pattern, String> SMALL = Map.of(
            Pattern.compile("/api/v1/(exchange|jobs)"), "as many as functions offer",
            Pattern.compile("/api/v1/(companies|units)"), "an organisation has few, and their pages show all",
            Pattern.compile("/api/v1/people/(roles|me/.*)"), "at most some hundred",
            Pattern.compile("/api/v1/procedures(/.*)?|/api/v1/tasks/substitutions"), "as many as functions offer; at most 1,000",
            Pattern.compile("/api/v1/documents(/.*)?"), "at most 500 of a record, at most 500 versions",
            Pattern.compile("/api/v1/events/consumers"), "at most 1,000",
            Pattern.compile("/api/v1/calendars/.*"), "the days of a year, the countries of the earth");

    private final Zaledje zaledje;

    ListsIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @Test
    void eachGrowingListIsReadInPagesByOneMechanism() {
        zaledje.ensure("accounting");
        zaledje.ensure("notes");
        JsonNode document = zaledje.anonymous().get("/api/openapi.json").json();
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (isList(document, get) && SMALL.keySet().stream().noneMatch(small -> small.matcher(path.getKey()).matches())) {
                walked++;
                walk(path.getKey(), parameters(get), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThanOrEqualTo(11);
    }

    private static boolean isList(JsonNode document, JsonNode get) {
        JsonNode schema = get.path("responses").path("200").path("content").path("application/json").path("schema");
        String reference = schema.path("$ref").asText();
        JsonNode answer = reference.isEmpty() ? schema : document.at(reference.substring(1));
        return answer.path("properties").path("items").path("type").asText().equals("array");
    }

    private static Map<String, JsonNode> parameters(JsonNode get) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        get.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                parameters.put(parameter.path("name").asText(), parameter.path("schema"));
            }
        });
        return parameters;
    }

    private void walk(String template, Map<String, JsonNode> parameters, List<String> wrong) {
        Set<String> missing = new HashSet<>(Set.of("limit", "cursor", "sort"));
        missing.removeAll(parameters.keySet());
        if (!missing.isEmpty()) {
            wrong.add(template + " has no " + missing);
            return;
        }
        String path = path(template);
        parameters.get("sort").path("items").path("enum").forEach(
                order -> expect(path + "?limit=1&sort=" + order.asText(), 200, "", wrong));
        parameters.forEach((name, schema) -> {
            if (!Set.of("limit", "cursor", "sort").contains(name)) {
                expect(path + "?" + name + "=" + example(schema), 200, "", wrong);
            }
        });
        expect(path + "?nonsense=1", 400, "list.parameter-unknown", wrong);
        expect(path + "?sort=nonsense", 400, "list.sort-unknown", wrong);
        expect(path + "?cursor=nonsense", 400, "paging.cursor-invalid", wrong);
        expect(path + "?limit=many", 400, "list.parameter-unreadable", wrong);
    }

    /** A list below a record needs one that is there. */
    private String path(String template) {
        return switch (template) {
            case "/api/v1/events/webhooks/{id}/deliveries" -> template.replace("{id}", zaledje.rest().post("/api/v1/events/webhooks",
                    "{\"url\":\"https://192.0.2.10/lists\",\"types\":[\"shop.order.approved\"]}").json().path("webhook").path("id").asText());
            case "/api/v1/jobs/{job}/runs" -> template.replace("{job}",
                    zaledje.rest().get("/api/v1/jobs").json().path("items").path(0).path("id").asText());
            default -> template;
        };
    }

    private static String example(JsonNode schema) {
        JsonNode value = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
        if (value.has("enum")) {
            return value.path("enum").path(0).asText();
        }
        return switch (value.path("format").asText(value.path("type").asText())) {
            case "uuid" -> "01900000-0000-7000-8000-000000000000";
            case "date-time" -> "2026-01-31T10:15:30Z";
            case "date" -> "2026-01-31";
            case "boolean" -> "true";
            case "decimal" -> "12.50";
            case "int64", "int32", "integer" -> "12";
            default -> "some";
        };
    }

    private void expect(String call, int status, String code, List<String> wrong) {
        Answer answer = zaledje.rest().get(call);
        if (answer.status() != status || !code.isEmpty() && !answer.code().equals(code)) {
            wrong.add("" + answer);
        }
    }
}
