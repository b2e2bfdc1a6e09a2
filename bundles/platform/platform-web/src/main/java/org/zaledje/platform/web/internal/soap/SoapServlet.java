package org.zaledje.platform.web.internal.soap;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.security.BodyLogin;
import org.zaledje.platform.web.internal.security.Door;
import org.zaledje.platform.web.internal.security.FunctionIds;
import org.zaledje.platform.web.internal.security.Guard;

/** The SOAP door: {@code /soap/<function>}, and at {@code /soap} the list of what is behind it. */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-soap",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/soap/*"})
public final class SoapServlet extends HttpServlet implements Door {

    private static final long serialVersionUID = 1L;

    private final transient Guard guard;
    private final transient SoapFunctions functions;
    private final transient FunctionTraffic traffic;
    private final transient UsernameTokens tokens = new UsernameTokens(Clock.systemUTC());

    @Activate
    public SoapServlet(
            @Reference Guard guard, @Reference SoapFunctions functions, @Reference FunctionTraffic traffic) {
        this.guard = guard;
        this.functions = functions;
        this.traffic = traffic;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        guard.pass(this, request, response);
    }

    /** A description of the service is no secret, and the tools that make a client from it often can't log in. */
    @Override
    public String name() {
        return "soap";
    }

    @Override
    public boolean isOpen(HttpServletRequest request) {
        return isGet(request) && Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("wsdl") || name.equals("xsd"));
    }

    @Override
    public Optional<BodyLogin> login(HttpServletRequest request) throws IOException {
        return tokens.of(request);
    }

    @Override
    public FunctionTraffic.Passage passage(HttpServletRequest request) {
        return traffic.enter(FunctionIds.of(request));
    }

    @Override
    public void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String function = FunctionIds.of(request);
        if (function.isEmpty() && isGet(request)) {
            ServiceList.send(functions.ids(), Languages.of(request), response);
            return;
        }
        functions.server(function).ifPresent(present -> Routes.noteFunction(request, function));
        serve(function, request, response);
    }

    private void serve(String function, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST") || isOpen(request)) {
            // A function that changes just now is served anew: the server after the one that was closed is asked.
            while (!server(function).serve(getServletConfig(), request, response)) {
                Thread.onSpinWait();
            }
        } else {
            server(function);
            response.setHeader("Allow", "POST");
            Problem problem = Problem.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method.not-allowed");
            refuse(problem, Languages.of(request), response);
        }
    }

    private SoapServer server(String function) {
        return functions.server(function)
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "function.not-installed", function));
    }

    private static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    @Override
    public void refuse(Problem problem, Locale language, HttpServletResponse response) throws IOException {
        FaultEnvelope.send(problem, language, response);
    }
}
