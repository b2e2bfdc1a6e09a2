package org.zaledje.accounting.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.osgi.framework.ServiceReference;
import org.zaledje.accounting.internal.rest.AccountResource;
import org.zaledje.accounting.internal.rest.EntryResource;
import org.zaledje.accounting.internal.rest.InvoiceResource;
import org.zaledje.accounting.internal.rest.TrialBalanceResource;
import org.zaledje.accounting.internal.soap.AccountingSoap;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.rest.RestServlet;
import org.zaledje.platform.web.internal.security.Guard;
import org.zaledje.platform.web.internal.soap.SoapFunctions;
import org.zaledje.platform.web.internal.soap.SoapServlet;

/**
 * Accounting behind the platform's doors, in a real HTTP server. The only user is {@code ana}, password {@code geslo}.
 */
public final class TestDoors implements AutoCloseable {

    private final Server server = new Server(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private final EarlyPublishing publishing = new EarlyPublishing();
    private final RestFunctions rest = new RestFunctions(publishing);
    private final SoapFunctions soap = new SoapFunctions(publishing);

    public TestDoors(TestAccounting accounting) throws Exception {
        List<RestResource> resources = List.of(new EntryResource(accounting.ledger),
                new TrialBalanceResource(accounting.ledger), new AccountResource(accounting.chart),
                new InvoiceResource(accounting.invoices, accounting.checks, accounting.callers));
        resources.forEach(resource -> rest.add(AccountingFunction.ID, resource, Optional.empty()));
        soap.addEndpoint(new AccountingSoap(accounting.invoices, accounting.checks, accounting.ledger,
                accounting.callers),
                reference());
        Guard guard = guard(accounting);
        ServletContextHandler context = new ServletContextHandler(server, "/");
        context.addServlet(new ServletHolder(new RestServlet(guard, rest, function -> () -> { })), "/api/v1/*");
        context.addServlet(new ServletHolder(new SoapServlet(guard, soap, function -> () -> { })), "/soap/*");
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + server.getURI().getPort() + path);
    }

    public HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("ana:geslo".getBytes());
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Basic " + login);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return client.send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> postNothing(String path) throws IOException, InterruptedException {
        return client.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        publishing.close();
        rest.close();
        soap.close();
    }

    private static Guard guard(TestAccounting accounting) {
        Guard guard = new Guard();
        guard.setAuthentication(new OnlyAna());
        guard.setCallers(accounting.callers);
        return guard;
    }

    private static final class OnlyAna implements Authentication {

        @Override
        public Optional<Caller> authenticate(String name, char[] password) {
            return Optional.of(new Caller("ana", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH))
                    .filter(ana -> ana.name().equals(name) && "geslo".equals(new String(password)));
        }

        @Override
        public Optional<Caller> authenticateToken(String token) {
            return Optional.empty();
        }
    }

    /** A reference that knows its function, which is all that the door asks of it. */
    @SuppressWarnings("unchecked")
    private static ServiceReference<SoapEndpoint> reference() {
        return (ServiceReference<SoapEndpoint>) Proxy.newProxyInstance(TestDoors.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> arguments[0].equals("zaledje.function") ? AccountingFunction.ID : null;
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    case "compareTo" -> 0;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
