package org.zaledje.platform.ui.internal.login;

import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.server.Request;

/**
 * Sees to it that a new session has a new id. Pax Web would give it the one that the browser names, though there is no such
 * session any more: two requests at once would then make the same one, of which one fails, and whoever has put a cookie into
 * a browser would know the id.
 */
public final class NewSessions {

    private NewSessions() {
    }

    /** To be called before a session may be made in this request. */
    public static void underNewIds(HttpServletRequest request) {
        if (request.getRequestedSessionId() != null && request.getSession(false) == null) {
            Request.getBaseRequest(request).setRequestedSessionId(null);
        }
    }
}
