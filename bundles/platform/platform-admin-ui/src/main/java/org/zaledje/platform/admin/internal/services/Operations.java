package org.zaledje.platform.admin.internal.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the operations out of an OpenAPI document. */
final class Operations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON_TYPE = "application/json";

    private final JsonNode document;
    private final ExampleBody examples;

    private Operations(JsonNode document) {
        this.document = document;
        this.examples = new ExampleBody(document);
    }

    /** In the document's order. */
    static List<Operation> of(byte[] document) {
        try {
            return new Operations(JSON.readTree(document)).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
                }
            }
        }
        return List.copyOf(operations);
    }

    private Operation operation(String method, String path, JsonNode told) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : told.path("parameters")) {
            if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
                query.add(parameter.path("name").asText() + "=" + examples.value(parameter.path("schema")));
            }
        }
        JsonNode content = told.path("requestBody").path("content");
        Optional<String> type = content.has(JSON_TYPE) ? Optional.of(JSON_TYPE) : first(content.fieldNames());
        return new Operation(told.path("tags").path(0).asText(), method, path, List.copyOf(query), told.path("summary").asText(), type,
                type.filter(JSON_TYPE::equals).map(json -> examples.of(content.path(json).path("schema"))));
    }

    private static Optional<String> first(Iterator<String> names) {
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }
}
