package org.zaledje.platform.web.internal.health;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.metrics.Metrics;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.problem.ProblemJson;
import org.zaledje.platform.web.internal.security.OpenServlet;

/** The figures of this node as text for Prometheus, for operators. */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-metrics",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/metrics"})
public final class MetricsServlet extends OpenServlet {

    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;
    private final transient Operators operators;

    @Activate
    public MetricsServlet(@Reference Metrics metrics, @Reference Operators operators) {
        this.metrics = metrics;
        this.operators = operators;
    }

    @Override
    protected void answer(HttpServletRequest request, String path, Locale language, HttpServletResponse response)
            throws IOException {
        if (operators.include(request)) {
            response.setContentType(Metrics.CONTENT_TYPE);
            metrics.write(response.getOutputStream());
        } else if (request.getHeader("Authorization") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Zaledje\", charset=\"UTF-8\"");
            ProblemJson.send(Problem.of(HttpServletResponse.SC_UNAUTHORIZED, "auth.required"), language, response);
        } else {
            ProblemJson.send(Problem.of(HttpServletResponse.SC_FORBIDDEN, "operation.not-allowed"), language, response);
        }
    }
}
