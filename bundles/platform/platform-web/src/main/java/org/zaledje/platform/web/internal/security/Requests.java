package org.zaledje.platform.web.internal.security;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.correlation.Correlation;

/** What holds for every request of partners, whichever door it comes to. */
final class Requests {

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    private Requests() {
    }

    /** Gives the thread the request's correlation id, and the answer its headers. */
    static Correlation.Scope begin(HttpServletRequest request, HttpServletResponse response) {
        Correlation.Scope scope = Correlation.beginRequest(
                request.getHeader(Correlation.HEADER), request.getHeader(Correlation.TRACE_HEADER));
        HEADERS.forEach(response::setHeader);
        Correlation.current().ifPresent(id -> response.setHeader(Correlation.HEADER, id));
        return scope;
    }
}
