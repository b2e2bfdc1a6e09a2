package org.zaledje.platform.web.internal.rest;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.zaledje.platform.web.internal.problem.Diagnosis;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.problem.ProblemJson;

/** Answers whatever a resource throws, or JAX-RS before it reaches one, with a problem. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    // A proxy that JAX-RS puts here, and that knows the request of each thread.
    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = Diagnosis.of(thrown);
        Locale language = Languages.of(request);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .entity(ProblemJson.of(problem, language));
        problem.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (thrown instanceof WebApplicationException refused) {
            String allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allowed != null) {
                response.header(HttpHeaders.ALLOW, allowed);
            }
        }
        return response.build();
    }
}
