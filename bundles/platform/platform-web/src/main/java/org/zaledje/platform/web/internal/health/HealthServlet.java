package org.zaledje.platform.web.internal.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.web.internal.front.FrontDoor;
import org.zaledje.platform.web.internal.security.OpenServlet;

/**
 * Tells whether the platform is alive and whether it takes work: to everybody by status and the names of what is not ready, to operators
 * with every check and its reason.
 */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-health",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/health/*"})
public final class HealthServlet extends OpenServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient Readiness readiness;
    private final transient Operators operators;
    private final transient FrontDoor door;

    @Activate
    public HealthServlet(@Reference Readiness readiness, @Reference Operators operators, @Reference FrontDoor door) {
        this.readiness = readiness;
        this.operators = operators;
        this.door = door;
    }

    @Override
    protected void answer(HttpServletRequest request, String path, Locale language, HttpServletResponse response)
            throws IOException {
        switch (path) {
            case "/live" -> live(response);
            case "/ready" -> ready(operators.include(request), language, response);
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

    private void ready(boolean all, Locale language, HttpServletResponse response) throws IOException {
        List<Readiness.Result> results = readiness.ask();
        boolean ready = !door.isStopping() && results.stream().allMatch(Readiness.Result::isReady);
        boolean well = results.stream().allMatch(result -> result.state() == Health.State.UP);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeStringField("status", door.isStopping() ? "stopping" : !ready ? "not-ready" : "ready");
            if (all) {
                json.writeStringField("health", well ? "up" : ready ? "warning" : "down");
            }
            json.writeArrayFieldStart("checks");
            for (Readiness.Result result : results) {
                if (all || !result.isReady()) {
                    write(result, all, language, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Readiness.Result result, boolean all, Locale language, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", result.name());
        json.writeBooleanField("ready", result.isReady());
        if (all) {
            json.writeStringField("state", result.state().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("tookMillis", result.tookMillis());
            if (result.told().isPresent()) {
                json.writeStringField(result.state() == Health.State.UP ? "detail" : "reason", result.told().get().in(language));
            }
        }
        json.writeEndObject();
    }
}
