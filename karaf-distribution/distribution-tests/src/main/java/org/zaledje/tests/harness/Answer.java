package org.zaledje.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a server answered. */
public record Answer(String request, HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_CHARACTERS_MAX = 2_000;

    public int status() {
        return response.statusCode();
    }

    /** A header, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Its media type without parameters, or an empty text. */
    public String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "").strip();
    }

    public byte[] body() {
        return response.body();
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** Its body as JSON; an error tells the whole answer when it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + this, e);
        }
    }

    /** The {@code code} of a problem, or an empty text. */
    public String code() {
        return json().path("code").asText();
    }

    /** The violation of a rule that a problem or a report tells of. */
    public Optional<JsonNode> violation(String rule) {
        return StreamSupport.stream(json().path("violations").spliterator(), false)
                .filter(violation -> violation.path("rule").asText().equals(rule)).findFirst();
    }

    @Override
    public String toString() {
        String text = text();
        return request + " -> " + status() + " " + header("Content-Type") + " "
                + text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS_MAX));
    }
}
