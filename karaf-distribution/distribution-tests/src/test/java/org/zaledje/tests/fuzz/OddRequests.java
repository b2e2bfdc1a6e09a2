package org.zaledje.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Makes requests as the description has them. A third is right as far as it tells; in the others some values are such as
 * nobody should send, in each third of those more.
 */
final class OddRequests {

    private static final int DEPTH_MAX = 6;
    private static final List<String> ODD_TEXTS = List.of("", " ", "null", "\u0000", "a\u0000b", "\u0001\u0008\u001f", "\ud800",
            "\u202etxt", "\ufeff", "ČŠŽ€😀", "' or 1=1 --", "\";drop table note_note;--", "${jndi:ldap://localhost/x}",
            "<a>&amp;</a>", "../../etc/passwd", "%00", "%", "*", "\\", "\r\nX-Odd: 1", "x".repeat(300), "x".repeat(70_000),
            "00000000-0000-0000-0000-000000000000", "not-a-uuid", "1-1-1-1-1", "2026-02-30", "9999-12-31", "+999999999-01-01",
            "-0001-01-01", "0000-00-00", "2026-01-31T10:00:00Z", "-999999999-01-01", "-1", "0", "1e999", "NaN", "0x10",
            "99999999999999999999999999", "0.0000000001", "99999999999999999.99", "true", "EUR", "GEN", "120000");
    private static final List<String> ODD_JSON = List.of("null", "true", "0", "-1", "1e400", "1e-400", "3.5",
            "123456789012345678901234567890", "9".repeat(200), "\"\"", "[]", "{}", "[null]", "[[[[[[]]]]]]", "{\"a\":{\"a\":{}}}",
            "\"\\u0000\"", "\"\\ud800\"", "NaN", "'x'", "01", "\"2026-13-45\"", "\"x");

    private final Random random;
    private final Known known;
    private final Supplier<byte[]> document;
    /** How odd the request in the making is: 0 not at all. */
    private int oddness;

    /** @param document makes an XML document that some operation takes */
    OddRequests(Random random, Known known, Supplier<byte[]> document) {
        this.random = random;
        this.known = known;
        this.document = document;
    }

    RawHttp.Request of(Operation operation, String authorization) {
        return of(operation, authorization, random.nextInt(3));
    }

    /** One that is right as far as the description tells. */
    RawHttp.Request right(Operation operation, String authorization) {
        return of(operation, authorization, 0);
    }

    private RawHttp.Request of(Operation operation, String authorization, int howOdd) {
        oddness = howOdd;
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", authorization);
        byte[] body = new byte[0];
        if (!operation.bodies().isEmpty()) {
            String mediaType = one(List.copyOf(operation.bodies().keySet()));
            headers.put("Content-Type", mediaType.replace("*/*", "application/json"));
            body = body(operation, mediaType);
        }
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && parameter.name().equals("If-Match") && !odd(5)) {
                headers.put(parameter.name(), odd(20) ? oddText().replaceAll("[^ -~]", "?") : one(List.of("*", "\"0\"", "\"1\"")));
            }
        }
        if (odd(10)) {
            oddHeader(headers);
        }
        return new RawHttp.Request(odd(2) ? one(List.of("PATCH", "PUT", "DELETE", "HEAD", "TRACE", "OPTIONS", "ODD"))
                : operation.method(), target(operation), headers, body);
    }

    private void oddHeader(Map<String, String> headers) {
        String name = one(List.of("Content-Type", "Accept", "Accept-Language", "If-Match", "If-None-Match", "Idempotency-Key",
                "Authorization", "Content-Encoding", "Range", "X-HTTP-Method-Override", "Expect", "Content-Type"));
        headers.put(name, one(List.of("", "*", "*/*", "text/plain", "application/json;charset=odd", "application/xml",
                "application/json; charset=utf-16", "multipart/form-data", "multipart/mixed;boundary=", "a/b/c", ";;;", "\"1\"",
                "W/\"1\"", "sl;q=x", "xx-odd-LANG", "gzip", "bytes=0-0", "Basic !!!", "Bearer x", "x".repeat(3_000), "čž")));
    }

    private String target(Operation operation) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            boolean inPath = parameter.in().equals("path");
            List<String> values = inPath ? known.inPath(operation.path(), parameter.name()) : known.named(parameter.name());
            String value = encoded(odd(inPath ? 15 : 30) ? oddText() : good(values, parameter.schema()));
            if (inPath) {
                path = path.replace("{" + parameter.name() + "}", value.isEmpty() ? "x" : value);
            } else if (parameter.in().equals("query") && (parameter.required() ? !odd(5) : chance(40))) {
                query.add(parameter.name() + "=" + value);
            }
        }
        if (odd(5)) {
            query.add(one(List.of("odd=1", "limit=1&limit=2", "%", "=", "&&", "a[]=1", "cursor=%ff%fe", "limit=-1", "_method=DELETE")));
        }
        if (odd(3)) {
            path += one(List.of("/", "//", "/..;/", ";x=1", "/%2e%2e", "/odd", "%2F", ".json"));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private byte[] body(Operation operation, String mediaType) {
        if (mediaType.contains("json") || mediaType.equals("*/*")) {
            String json = odd(5) ? oddJson() : json(operation, "", operation.bodies().get(mediaType), 0);
            return damaged(json.getBytes(StandardCharsets.UTF_8));
        }
        if (mediaType.contains("xml") && !odd(30)) {
            return damaged(document.get());
        }
        return damaged(one(List.of("<a/>", "<Invoice/>", "", "x", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<a>".repeat(5_000), "<a " + IntStream.range(0, 2_000).mapToObj(i -> "a" + i + "='1'").collect(
                        Collectors.joining(" ")) + "/>", "a,b\n1,2\n", "{}")).getBytes(StandardCharsets.UTF_8));
    }

    /** A value of a schema, now and then another one; now and then a member is missing, doubled or surplus. */
    private String json(Operation operation, String name, JsonNode reference, int depth) {
        JsonNode schema = operation.resolved(reference);
        if (odd(5) || depth > DEPTH_MAX) {
            return oddJson();
        }
        if (schema.path("example").isContainerNode() && chance(100 - 40 * oddness)) {
            return schema.path("example").toString();
        }
        if (schema.has("properties")) {
            List<String> members = new ArrayList<>();
            schema.path("properties").fields().forEachRemaining(property -> {
                boolean required = required(schema, property.getKey());
                int times = odd(2) ? 2 : (required ? odd(5) : chance(40)) ? 0 : 1;
                for (int i = 0; i < times; i++) {
                    members.add(quoted(property.getKey()) + ":"
                            + json(operation, property.getKey(), property.getValue(), depth + 1));
                }
            });
            if (odd(3)) {
                members.add(quoted(oddText()) + ":" + oddJson());
            }
            return "{" + String.join(",", members) + "}";
        }
        return switch (schema.path("type").asText()) {
            case "array" -> IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> json(operation, name, schema.path("items"), depth + 1)).collect(Collectors.joining(",", "[", "]"));
            case "integer", "number" -> odd(15) ? oddJson() : String.valueOf(random.nextInt(1_000) - 10);
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> quoted(odd(10) ? oddText() : good(known.named(name), schema));
        };
    }

    private String good(List<String> existing, JsonNode schema) {
        // What has a form of its own is made: under the same name the platform may know something else.
        boolean made = schema.has("enum") || schema.path("format").asText().startsWith("date");
        List<String> values = new ArrayList<>(made ? List.of() : existing);
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (schema.has("example")) {
            values.add(schema.path("example").asText());
        }
        if (!values.isEmpty()) {
            return one(values);
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-" + (10 + random.nextInt(20));
            case "date-time" -> "2026-01-31T10:00:00Z";
            case "byte", "binary" -> "b2Rk";
            case "uri" -> "https://partner.example/" + random.nextInt(100);
            case "uuid" -> "0190a0a0-0000-7000-8000-00000000000" + random.nextInt(10);
            default -> schema.path("type").asText().equals("integer") ? "" + random.nextInt(100) : "odd" + random.nextInt(1_000);
        };
    }

    /** The same bytes, or some of them others. */
    private byte[] damaged(byte[] bytes) {
        if (!odd(5) || bytes.length == 0) {
            return bytes;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                byte[] other = bytes.clone();
                other[random.nextInt(other.length)] = (byte) random.nextInt(256);
                yield other;
            }
            case 2 -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            default -> {
                ByteArrayOutputStream deep = new ByteArrayOutputStream();
                deep.writeBytes("[".repeat(random.nextInt(20_000)).getBytes(StandardCharsets.US_ASCII));
                deep.writeBytes(bytes);
                yield deep.toByteArray();
            }
        };
    }

    private String oddText() {
        return one(ODD_TEXTS);
    }

    private String oddJson() {
        return chance(50) ? one(ODD_JSON) : quoted(oddText());
    }

    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.length() > 3_000 ? encoded.substring(0, 3_000) : encoded;
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> text.append(c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)
                ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return text.append('"').toString();
    }

    private boolean required(JsonNode schema, String member) {
        // Where the description requires nothing, it does not say what may be left out.
        JsonNode required = schema.path("required");
        return required.isEmpty() ? chance(70) : StreamSupport.stream(required.spliterator(), false)
                .anyMatch(name -> name.asText().equals(member));
    }

    private boolean odd(int percent) {
        return chance(percent * oddness);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
