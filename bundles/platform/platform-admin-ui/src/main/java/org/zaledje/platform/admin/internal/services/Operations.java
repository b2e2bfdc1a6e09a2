package org.zaledje.platform.admin.internal.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        String address = path;
        List<String> query = new ArrayList<>();
        boolean versioned = false;
        for (JsonNode parameter : told.path("parameters")) {
            String name = parameter.path("name").asText();
            String in = parameter.path("in").asText();
            if (in.equals("path")) {
                address = address.replace("{" + name + "}", example(parameter));
            } else if (in.equals("query") && parameter.path("required").asBoolean()) {
                query.add(name + "=" + example(parameter));
            }
            versioned |= in.equals("header") && name.equals("If-Match");
        }
        JsonNode content = told.path("requestBody").path("content");
        Optional<String> type = content.has(JSON_TYPE) ? Optional.of(JSON_TYPE) : first(content.fieldNames());
        return new Operation(told.path("tags").path(0).asText(), method, path,
                query.isEmpty() ? address : address + "?" + String.join("&", query), told.path("summary").asText(), versioned, type,
                type.filter(JSON_TYPE::equals).map(json -> examples.of(content.path(json).path("schema"))));
    }

    private String example(JsonNode parameter) {
        String value = parameter.has("example") ? parameter.get("example").asText() : examples.value(parameter.path("schema"));
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> first(Iterator<String> names) {
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }
}
