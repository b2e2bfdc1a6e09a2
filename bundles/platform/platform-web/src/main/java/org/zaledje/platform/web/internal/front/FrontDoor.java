package org.zaledje.platform.web.internal.front;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.problem.ProblemJson;

/**
 * What every request passes before any servlet: whom it is from, headers of its answer, the way to TLS, and the end of the platform.
 *
 * <p>It is a customizer of Jetty and no filter, because a filter in the root context breaks the web UI's web sockets, and sees nothing
 * of what no servlet answers.
 */
@Component(service = {HttpConfiguration.Customizer.class, FrontDoor.class}, configurationPid = "org.zaledje.web")
public final class FrontDoor implements HttpConfiguration.Customizer {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final String SEEN = FrontDoor.class.getName();
    private static final String HEALTH = "/health/";
    private static final int PERMANENT_REDIRECT = 308;
    private static final String RETRY_AFTER_SECONDS = "10";

    private volatile Proxies proxies;
    private final TlsMode tls;
    private final RequestFigures figures;
    // Set by the first request, read by who stops the platform.
    private final AtomicReference<Server> server = new AtomicReference<>();
    private volatile boolean stopping;

    /** What an administrator can set. */
    @interface Settings {
        /** Addresses and networks of proxies whose word is taken, separated by commas. */
        String proxies_trusted() default "";
    }

    /** One that trusts no proxy. */
    public FrontDoor(TlsMode tls, RequestFigures figures) {
        this.proxies = new Proxies("");
        this.tls = tls;
        this.figures = figures;
    }

    @Activate
    public FrontDoor(Settings settings, @Reference TlsMode tls, @Reference RequestFigures figures) {
        this.proxies = new Proxies(settings.proxies_trusted());
        this.tls = tls;
        this.figures = figures;
    }

    /** Takes a changed configuration up. */
    @Modified
    void configure(Settings settings) {
        proxies = new Proxies(settings.proxies_trusted());
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (request.getAttribute(SEEN) != null) {
            // Pax Web may add a customizer to a connector more than once.
            return;
        }
        request.setAttribute(SEEN, SEEN);
        server.set(connector.getServer());
        figures.begin(request);
        proxies.believe(request);
        SecurityHeaders.set(request, tls.hstsSeconds());
        try {
            if (!request.isSecure() && tls.isRedirecting() && !request.getRequestURI().startsWith(HEALTH)) {
                redirect(request);
            } else if (stopping && !request.getRequestURI().startsWith(HEALTH)) {
                refuse(request);
            }
        } catch (IOException e) {
            LOG.debug("A client has gone before it was answered", e);
        }
    }

    private void redirect(Request request) {
        Response response = request.getResponse();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String port = tls.port() == 443 ? "" : ":" + tls.port();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader("Location", "https://" + request.getServerName() + port + request.getRequestURI() + query);
        response.setContentLength(0);
        request.setHandled(true);
    }

    private static void refuse(Request request) throws IOException {
        Response response = request.getResponse();
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("Connection", "close");
        Locale language = Languages.of(request);
        ProblemJson.send(Problem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "platform.stopping"), language, response);
        response.closeOutput();
        request.setHandled(true);
    }

    /** Lets nobody in from now on. */
    void stop() {
        stopping = true;
    }

    /** Whether it has been told to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** The web server, once somebody has come. */
    public Optional<Server> server() {
        return Optional.ofNullable(server.get());
    }
}
