package org.zaledje.platform.service.internal.identity.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the provider. What it answers is bounded, and never followed to elsewhere. */
final class ProviderHttp {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int OK = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    JsonNode get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address));
    }

    JsonNode send(HttpRequest.Builder request) throws IOException {
        HttpRequest asked = request.timeout(TIMEOUT).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> answer = client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(BODY_BYTES_MAX + 1);
                if (bytes.length > BODY_BYTES_MAX) {
                    throw new IOException(asked.uri() + " answers more than " + BODY_BYTES_MAX + " bytes");
                }
                if (answer.statusCode() != OK) {
                    String told = asked.uri() + " answers " + answer.statusCode() + " " + reason(bytes);
                    throw asked.method().equals("POST") && answer.statusCode() / 100 == 4 ? new Refusal(told) : new IOException(told);
                }
                return json.readTree(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(asked.uri() + " was not waited for", e);
        }
    }

    /** The error that the standard names; nothing else of the answer, which may tell secrets, comes into the log. */
    private String reason(byte[] body) {
        try {
            return json.readTree(body).path("error").asText("").replaceAll("[^\\w.-]", "");
        } catch (IOException e) {
            return "";
        }
    }

    /** The provider answers, and says no. */
    static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
