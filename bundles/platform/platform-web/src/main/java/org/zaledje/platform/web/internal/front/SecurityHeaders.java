package org.zaledje.platform.web.internal.front;

import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What holds for every answer, also for those that no servlet gives. A door that shows pages replaces the policy for contents by its
 * own.
 */
final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {
    }

    /** @param hstsSeconds how long browsers shall remember to come encrypted only; 0 when they shall not */
    static void set(Request request, long hstsSeconds) {
        Response response = request.getResponse();
        ALWAYS.forEach(response::setHeader);
        if (request.isSecure() && hstsSeconds > 0) {
            response.setHeader("Strict-Transport-Security", "max-age=" + hstsSeconds);
        }
    }
}
