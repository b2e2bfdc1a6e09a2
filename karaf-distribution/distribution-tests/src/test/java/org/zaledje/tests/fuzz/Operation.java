package org.zaledje.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An operation as a description (OpenAPI 3) tells of it.
 *
 * @param parameters those of path, query and headers
 * @param bodies     the schema of the body by its media type; empty when it takes none
 * @param answers    by status, or {@code default}, references resolved
 * @param document   the whole description, for references into it
 */
record Operation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies,
        Map<String, JsonNode> answers, JsonNode document) {

    /** A parameter; its schema has the example that stands beside it. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {
    }

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method ->
                operations.add(of(document, path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode reference : described.path("parameters")) {
            JsonNode parameter = resolved(document, reference);
            ObjectNode schema = resolved(document, parameter.path("schema")).deepCopy();
            Optional.ofNullable(parameter.get("example")).ifPresent(example -> schema.set("example", example));
            parameters.add(new Parameter(parameter.path("name").asText(), parameter.path("in").asText(),
                    parameter.path("required").asBoolean(), schema));
        }
        Map<String, JsonNode> bodies = new TreeMap<>();
        resolved(document, described.path("requestBody")).path("content").fields().forEachRemaining(content ->
                bodies.put(content.getKey(), content.getValue().path("schema")));
        Map<String, JsonNode> answers = new TreeMap<>();
        described.path("responses").fields().forEachRemaining(answer ->
                answers.put(answer.getKey(), resolved(document, answer.getValue())));
        return new Operation(method, path, parameters, bodies, answers, document);
    }

    /** The schema, or the one that it refers to. */
    JsonNode resolved(JsonNode schema) {
        return resolved(document, schema);
    }

    private static JsonNode resolved(JsonNode document, JsonNode described) {
        return Optional.ofNullable(described.get("$ref"))
                .map(reference -> document.at(reference.asText().substring(1)))
                .filter(found -> !found.isMissingNode()).orElse(described);
    }

    /** Whether a request is one of this operation's, and not one whose path or method was bent. */
    boolean isAskedBy(RawHttp.Request request) {
        String segments = Pattern.compile("\\{[^}]*}").splitAsStream(path + " ").map(Pattern::quote)
                .reduce((one, other) -> one + "[^/;]+" + other).orElseThrow();
        return request.method().equals(method)
                && (request.target().replaceFirst("\\?.*", "") + " ").matches(segments);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
