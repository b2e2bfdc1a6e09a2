package org.zaledje.platform.web.internal.rest;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.function.FunctionTraffic;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.front.Routes;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.problem.ProblemJson;
import org.zaledje.platform.web.internal.security.Door;
import org.zaledje.platform.web.internal.security.FunctionIds;
import org.zaledje.platform.web.internal.security.Guard;

/** The REST door: {@code /api/v1/<function>/…}. */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-rest",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/api/v1/*"})
public final class RestServlet extends HttpServlet implements Door {

    private static final long serialVersionUID = 1L;

    private final transient Guard guard;
    private final transient RestFunctions functions;
    private final transient FunctionTraffic traffic;

    @Activate
    public RestServlet(
            @Reference Guard guard, @Reference RestFunctions functions, @Reference FunctionTraffic traffic) {
        this.guard = guard;
        this.functions = functions;
        this.traffic = traffic;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        guard.pass(this, request, response);
    }

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public boolean isOpen(HttpServletRequest request) {
        return false;
    }

    @Override
    public long bodyBytesMax(HttpServletRequest request) {
        return functions.bodyBytesMax(FunctionIds.of(request));
    }

    @Override
    public FunctionTraffic.Passage passage(HttpServletRequest request) {
        return traffic.enter(FunctionIds.of(request));
    }

    @Override
    public void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String function = FunctionIds.of(request);
        functions.server(function).ifPresent(present -> Routes.noteFunction(request, function));
        // A function that changes just now is served anew: the server after the one that was closed is asked.
        while (!server(function).serve(getServletConfig(), request, response)) {
            Thread.onSpinWait();
        }
    }

    private RestServer server(String function) {
        return functions.server(function)
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "function.not-installed", function));
    }

    @Override
    public void refuse(Problem problem, Locale language, HttpServletResponse response) throws IOException {
        ProblemJson.send(problem, language, response);
    }
}
