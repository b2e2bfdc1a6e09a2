package org.zaledje.tests.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;

/** Kinds that nobody has told of: what the description of the API has, filled by its examples. */
final class Discovered {

    private static final int DEPTH_MAX = 4;

    private final JsonNode document;
    private final Rest rest;

    Discovered(Rest rest) {
        this.rest = rest;
        this.document = rest.get("/api/openapi.json").json();
    }

    /** All paths that take a POST. */
    List<String> posts() {
        List<String> paths = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("post")) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /** Those of which a filled example was answered 201, twice, and that are listed where they are posted. */
    Map<String, Kind> kinds(Set<String> without) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String path : posts()) {
            if (!without.contains(path) && !path.contains("{")) {
                kind(path).ifPresent(kind -> kinds.put(path, kind));
            }
        }
        return kinds;
    }

    private Optional<Kind> kind(String path) {
        JsonNode schema = document.path("paths").path(path).path("post").path("requestBody").path("content")
                .path(Rest.JSON).path("schema");
        if (schema.isMissingNode() || !document.path("paths").path(path).has("get")) {
            return Optional.empty();
        }
        Kind kind = Kind.json(path, json("", schema, 0));
        return isTaken(kind) && isTaken(kind) ? Optional.of(kind) : Optional.empty();
    }

    private boolean isTaken(Kind kind) {
        String mark = "try-" + UUID.randomUUID();
        Answer answer = rest.post(kind.operation(), Rest.JSON, kind.body().apply(mark));
        return answer.status() == 201 && rest.get(kind.operation()).text().contains(mark);
    }

    private String json(String name, JsonNode reference, int depth) {
        JsonNode schema = reference.has("$ref") ? document.at(reference.path("$ref").asText().substring(1)) : reference;
        if (schema.has("properties") && depth < DEPTH_MAX) {
            List<String> members = new ArrayList<>();
            Set<String> required = new java.util.TreeSet<>();
            schema.path("required").forEach(member -> required.add(member.asText()));
            schema.path("properties").fields().forEachRemaining(member -> {
                if (required.contains(member.getKey())) {
                    members.add("\"" + member.getKey() + "\":" + json(member.getKey(), member.getValue(), depth + 1));
                }
            });
            return "{" + String.join(",", members) + "}";
        }
        if (Set.of("code", "name", "title", "description").contains(name)) {
            return "\"%s\"";
        }
        if (schema.has("example")) {
            return schema.path("example").toString();
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "[]";
            case "object" -> "{}";
            case "integer", "number" -> "1";
            case "boolean" -> "false";
            default -> schema.path("format").asText().equals("date") ? "\"2026-01-31\"" : "\"x\"";
        };
    }
}
