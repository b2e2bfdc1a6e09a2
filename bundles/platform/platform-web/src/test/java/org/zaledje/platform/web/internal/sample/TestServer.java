package org.zaledje.platform.web.internal.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.zaledje.platform.function.FunctionTraffic;
import org.zaledje.platform.web.internal.security.Guard;

/** The servlets under test in a real HTTP server on a free port, and a client for it. */
public final class TestServer implements AutoCloseable {

    public static final String ANA = basic("ana", "žaba:1");

    /** Lets every request pass. */
    public static final FunctionTraffic OPEN = function -> () -> { };

    private final Server server = new Server(0);
    private final ServletContextHandler context = new ServletContextHandler(server, "/");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public TestServer with(String pattern, Servlet servlet) {
        context.addServlet(new ServletHolder(servlet), pattern);
        return this;
    }

    public TestServer start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public static Guard guard(TestLogin login) {
        Guard guard = new Guard();
        guard.setAuthentication(login);
        guard.setCallers(login);
        return guard;
    }

    public static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    public int port() {
        return server.getURI().getPort();
    }

    /** A request without login. */
    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    /** A request by Ana. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", ANA);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
