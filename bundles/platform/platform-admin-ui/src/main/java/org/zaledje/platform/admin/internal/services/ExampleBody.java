package org.zaledje.platform.admin.internal.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Makes a body that a schema allows: out of its examples, and where it has none, of values of the right form. */
final class ExampleBody {

    private static final int DEPTH_MAX = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    ExampleBody(JsonNode document) {
        this.document = document;
    }

    String of(JsonNode schema) {
        return node(schema, 0).toPrettyString();
    }

    /** A value as it stands in a query. */
    String value(JsonNode schema) {
        return node(schema, 0).asText();
    }

    private JsonNode node(JsonNode schema, int depth) {
        JsonNode known = schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        if (known.has("example")) {
            return known.get("example");
        }
        return switch (known.path("type").asText("object")) {
            case "array" -> array(known, depth);
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(false);
            case "string" -> NODES.textNode(text(known));
            default -> object(known, depth);
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode items = NODES.arrayNode();
        return depth < DEPTH_MAX && schema.has("items") ? items.add(node(schema.get("items"), depth + 1)) : items;
    }

    /** What need not be given and has no example is left out: a made-up id would be refused. */
    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth < DEPTH_MAX) {
            Set<String> required = new HashSet<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            schema.path("properties").properties().stream()
                    .filter(property -> required.contains(property.getKey()) || property.getValue().has("example")
                            || !property.getValue().path("type").asText("object").equals("string"))
                    .forEach(property -> object.set(property.getKey(), node(property.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(JsonNode schema) {
        if (schema.path("enum").has(0)) {
            return schema.path("enum").get(0).asText();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> "00000000-0000-7000-8000-000000000000";
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T10:00:00Z";
            case "decimal" -> "1.00";
            default -> "…";
        };
    }
}
