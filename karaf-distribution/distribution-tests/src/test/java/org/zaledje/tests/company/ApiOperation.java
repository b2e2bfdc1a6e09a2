package org.zaledje.tests.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An operation as the OpenAPI document tells of it.
 *
 * @param path     with its parameters in braces
 * @param content  what can be sent, by media type
 * @param document the whole document, for references into it
 */
record ApiOperation(String method, String path, JsonNode parameters, JsonNode content, JsonNode document) {

    /** Every member that has an example takes it. */
    static final Set<String> ALL = Set.of("*");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern LAST_PARAMETER = Pattern.compile("/\\{\\w+}[^{]*$");

    static List<ApiOperation> of(JsonNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new ApiOperation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                        method.getValue().path("parameters"), method.getValue().path("requestBody").path("content"),
                        document))));
        return operations;
    }

    /** Where what its last parameter names is listed and made; empty when it has none. */
    Optional<String> collection() {
        return hasParameter() ? Optional.of(LAST_PARAMETER.matcher(path).replaceFirst("")) : Optional.empty();
    }

    boolean hasParameter() {
        return path.contains("{");
    }

    /** Whether its only parameter is the id of a record. */
    boolean namesRecord() {
        return parameters.findParents("name").stream().map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("path")).toList()
                .stream().allMatch(parameter -> parameter.path("schema").path("format").asText().equals("uuid"))
                && path.indexOf('{') == path.lastIndexOf('{') && hasParameter();
    }

    /** The path, with a value in the place of each parameter, and with the parameters of the query that must be there. */
    String address(String value) {
        StringBuilder query = new StringBuilder();
        parameters.forEach(each -> {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? "?" : "&").append(parameter.path("name").asText()).append("=")
                        .append(example(resolved(parameter.path("schema"))));
            }
        });
        return path.replaceAll("\\{\\w+}", value) + query;
    }

    boolean takesJson() {
        return content.has("application/json");
    }

    /**
     * A body of JSON: free texts hold the marker, others their example.
     *
     * @param exemplary names of members that take their example, because something else was refused; {@link #ALL} for all
     */
    String json(String marker, Set<String> exemplary) {
        return json("", content.path("application/json").path("schema"), marker, exemplary).toString();
    }

    private JsonNode json(String name, JsonNode schema, String marker, Set<String> exemplary) {
        JsonNode known = resolved(schema);
        switch (known.path("type").asText("object")) {
            case "string":
                boolean told = exemplary.contains(name) || exemplary.equals(ALL) && known.has("example");
                boolean free = !known.has("format") && !known.has("enum") && !known.has("pattern") && !told
                        && known.path("maxLength").asInt(Integer.MAX_VALUE) >= marker.length();
                return JSON.getNodeFactory().textNode(free ? marker : example(known));
            case "integer", "number":
                return known.path("example").isNumber() ? known.get("example") : JSON.getNodeFactory().numberNode(1);
            case "boolean":
                return JSON.getNodeFactory().booleanNode(false);
            case "array":
                return known.path("example").isArray() ? known.get("example") : JSON.createArrayNode();
            default:
                ObjectNode object = JSON.createObjectNode();
                known.path("properties").properties().stream()
                        .filter(member -> !resolved(member.getValue()).path("format").asText().equals("uuid"))
                        .forEach(member -> object.set(member.getKey(),
                                json(member.getKey(), member.getValue(), marker, exemplary)));
                return object;
        }
    }

    private static String example(JsonNode schema) {
        if (schema.has("example")) {
            return schema.get("example").asText();
        }
        return switch (schema.path("format").asText() + "/" + schema.path("type").asText()) {
            case "uuid/string" -> "00000000-0000-7000-8000-0000000000aa";
            case "date/string" -> "2026-01-31";
            case "date-time/string" -> "2026-01-31T10:00:00Z";
            case "decimal/string", "int32/integer", "int64/integer" -> "1";
            default -> schema.path("enum").path(0).asText("x");
        };
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
