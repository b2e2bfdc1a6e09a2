package org.zaledje.platform.web.internal.front;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import javax.websocket.OnOpen;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpoint;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.zaledje.platform.lifecycle.WebContext;

/*
 * Why is this before every servlet?
 *
 * Pax Web starts a websocket container, which push of the web UI needs, only where an endpoint is registered, and stops and starts
 * the whole web context to do so. A request that comes in that moment makes its servlet unavailable, and Jetty keeps it so when the
 * context has started again: the servlet answers 404 until the process ends. So servlets are registered when the
 * context has its websocket container. Pax Web takes what is registered up one after the other.
 */

/** Has the web container start its websockets, and tells then that servlets may come. */
@Component(service = {}, immediate = true)
public final class WebSockets implements WebContext {

    private final ServiceRegistration<?> endpoint;
    private final ServiceRegistration<?> told;

    @Activate
    public WebSockets(BundleContext context) {
        endpoint = context.registerService(Endpoint.class, new Endpoint(),
                new Hashtable<>(Map.of("org.ops4j.pax.web.http.whiteboard.websocket", true)));
        told = context.registerService(WebContext.class, this, new Hashtable<>());
    }

    @Deactivate
    void close() {
        told.unregister();
        endpoint.unregister();
    }

    /** Nobody talks to it. */
    @ServerEndpoint("/websocket")
    public static final class Endpoint {

        @OnOpen
        public void open(Session session) throws IOException {
            session.close();
        }
    }
}
