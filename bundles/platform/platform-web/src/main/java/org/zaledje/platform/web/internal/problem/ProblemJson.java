package org.zaledje.platform.web.internal.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.problem.Violation;

/** A problem as {@code application/problem+json} (RFC 9457). */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {
    }

    /** Answers with the problem. */
    public static void send(Problem problem, Locale language, HttpServletResponse response) throws IOException {
        byte[] body = of(problem, language);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The body alone. */
    public static byte[] of(Problem problem, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:zaledje:problem:" + problem.code());
            json.writeStringField("title", problem.title().in(language));
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.detail().in(language));
            json.writeStringField("code", problem.code());
            if (!problem.violations().isEmpty()) {
                json.writeArrayFieldStart("violations");
                for (Violation violation : problem.violations()) {
                    write(violation, language, json);
                }
                json.writeEndArray();
            }
            Optional<String> correlation = Correlation.current();
            if (correlation.isPresent()) {
                json.writeStringField(Correlation.KEY, correlation.get());
            }
            for (Map.Entry<String, String> member : problem.members().entrySet()) {
                json.writeStringField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Violation violation, Locale language, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", violation.rule());
        json.writeStringField("severity", violation.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", violation.message().in(language));
        json.writeStringField("location", violation.location());
        json.writeEndObject();
    }
}
