package org.zaledje.tests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares answers with what the description (OpenAPI 3) promises. For one thread. */
final class DescribedAnswers {

    private static final String JSON = "application/json";

    private final JsonSchemaFactory factory = JsonSchemaFactory.builder().metaSchema(OpenApi30.getInstance())
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()).build();
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    /** What is otherwise than promised. */
    Optional<String> deviation(Operation operation, RawHttp.Response response) {
        JsonNode answer = operation.answers().get(String.valueOf(response.status()));
        if (answer == null && (response.status() < 300 || !operation.answers().containsKey("default"))) {
            return Optional.of("the description knows " + operation.answers().keySet() + ", and not " + response.status());
        }
        // A problem that is told of by its status may leave its form to the default.
        JsonNode content = answer == null || response.status() >= 400 && !answer.has("content")
                ? operation.answers().get("default").path("content") : answer.path("content");
        if (content.isEmpty()) {
            return response.bytes().length == 0 ? Optional.empty()
                    : Optional.of("the description knows of no body, but there is one of " + response.mediaType());
        }
        if (!content.has(response.mediaType())) {
            return content.has("*/*") ? Optional.empty() : Optional.of("the description has " + names(content)
                    + ", and not '" + response.mediaType() + "'");
        }
        return response.mediaType().endsWith("json")
                ? mismatch(operation, content.path(response.mediaType()).path("schema"), response.body()) : Optional.empty();
    }

    private static String names(JsonNode object) {
        StringBuilder names = new StringBuilder();
        object.fieldNames().forEachRemaining(name -> names.append(' ').append(name));
        return names.toString().strip();
    }

    private Optional<String> mismatch(Operation operation, JsonNode schema, String body) {
        if (schema.isMissingNode()) {
            return Optional.of("the description has no schema for " + JSON);
        }
        try {
            String faults = schemas.computeIfAbsent(schema, key -> compiled(operation, key))
                    .validate(Fuzzed.JSON.readTree(body)).stream()
                    .map(ValidationMessage::getMessage).map(message -> message.replaceAll("\\[\\d+]", "[]")).distinct()
                    .collect(Collectors.joining("; "));
            return Optional.of(faults).filter(text -> !text.isEmpty()).map(text -> "not by its schema: " + text);
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        }
    }

    /** The schema with the whole description around it, into which it refers. */
    private JsonSchema compiled(Operation operation, JsonNode schema) {
        ObjectNode whole = Fuzzed.JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", operation.document().path("components"));
        return factory.getSchema(whole);
    }
}
