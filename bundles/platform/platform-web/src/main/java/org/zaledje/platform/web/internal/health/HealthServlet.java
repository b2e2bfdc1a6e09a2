package org.zaledje.platform.web.internal.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.web.internal.security.OpenServlet;

/** Tells whether the platform is alive and whether it takes work. */
@Component(service = Servlet.class, property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-health",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/health/*"})
public final class HealthServlet extends OpenServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void answer(String path, Locale language, HttpServletResponse response) throws IOException {
        switch (path) {
            case "/live" -> live(response);
            case "/ready" -> ready(readiness.ask(language), response);
            default -> notFound(language, response);
        }
    }

    private static void live(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeStringField("status", "up");
            json.writeEndObject();
        }
    }

    private static void ready(List<Readiness.Result> results, HttpServletResponse response) throws IOException {
        boolean ready = results.stream().allMatch(Readiness.Result::ready);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeStringField("status", ready ? "ready" : "not-ready");
            json.writeArrayFieldStart("checks");
            for (Readiness.Result result : results) {
                json.writeStartObject();
                json.writeStringField("name", result.name());
                json.writeBooleanField("ready", result.ready());
                if (!result.ready()) {
                    json.writeStringField("reason", result.reason());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
