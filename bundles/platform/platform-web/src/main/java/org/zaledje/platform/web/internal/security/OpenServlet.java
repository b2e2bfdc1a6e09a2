package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.problem.ProblemJson;

/** Something to read that needs no login. */
public abstract class OpenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Correlation.Scope scope = Requests.begin(request, response)) {
            serve(request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = Languages.of(request);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            answer(request, Optional.ofNullable(request.getPathInfo()).orElse("/"), language, response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            ProblemJson.send(
                    Problem.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "method.not-allowed"), language, response);
        }
    }

    /** Answers what lies at a path below the servlet's own, or {@link #notFound}. */
    protected abstract void answer(HttpServletRequest request, String path, Locale language, HttpServletResponse response)
            throws IOException;

    protected static void notFound(Locale language, HttpServletResponse response) throws IOException {
        ProblemJson.send(Problem.of(HttpServletResponse.SC_NOT_FOUND, "path.not-found"), language, response);
    }
}
