package org.zaledje.platform.service.internal.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;

/** Payloads as they are kept: JSON objects of texts, booleans, integers, lists and maps. */
final class Payloads {

    /** Longest payload, in characters of JSON. */
    static final int LENGTH_MAX = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() { };

    private Payloads() {
    }

    /** @throws IllegalArgumentException when it holds what a payload may not, or is too long */
    static String write(Map<String, ?> payload) {
        check("payload", payload);
        try {
            String json = JSON.writeValueAsString(payload);
            if (json.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("the payload is longer than " + LENGTH_MAX + " characters");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The payload as people read it. */
    static String pretty(Map<String, ?> payload) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when it is no JSON object */
    static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static void check(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> check(where + "." + name, member));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> check(where + "[]", element));
        } else if (!(value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long)) {
            throw new IllegalArgumentException(where + " is neither text, boolean, integer, list nor map: "
                    + (value == null ? "null" : value.getClass().getName()));
        }
    }
}
