package org.zaledje.platform.ui.internal.bridge;

import java.io.IOException;
import javax.websocket.OnOpen;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpoint;
import org.osgi.service.component.annotations.Component;

/** Pax Web starts its websocket container only where an endpoint is registered; push then uses that container. */
@Component(
        service = WebSocketStarter.class,
        immediate = true,
        property = "org.ops4j.pax.web.http.whiteboard.websocket=true")
@ServerEndpoint("/websocket")
public class WebSocketStarter {

    @OnOpen
    public void open(Session session) throws IOException {
        session.close();
    }
}
