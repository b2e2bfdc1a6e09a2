package org.zaledje.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An operation as a description (OpenAPI 3) tells of it.
 *
 * @param parameters those of path and query
 * @param bodies     the schema of the body by its media type; empty when it takes none
 * @param document   the whole description, for references into it
 */
record Operation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, JsonNode document) {

    record Parameter(String name, String in, JsonNode schema) {
    }

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            List<Parameter> parameters = new ArrayList<>();
            for (JsonNode parameter : method.getValue().path("parameters")) {
                parameters.add(new Parameter(parameter.path("name").asText(), parameter.path("in").asText(),
                        resolved(document, parameter.path("schema"))));
            }
            Map<String, JsonNode> bodies = new TreeMap<>();
            method.getValue().path("requestBody").path("content").fields().forEachRemaining(content ->
                    bodies.put(content.getKey(), content.getValue().path("schema")));
            operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), parameters,
                    bodies, document));
        }));
        return operations;
    }

    /** The schema, or the one that it refers to. */
    JsonNode resolved(JsonNode schema) {
        return resolved(document, schema);
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return Optional.ofNullable(schema.get("$ref"))
                .map(reference -> document.at(reference.asText().substring(1)))
                .filter(found -> !(found instanceof MissingNode)).orElse(schema);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
