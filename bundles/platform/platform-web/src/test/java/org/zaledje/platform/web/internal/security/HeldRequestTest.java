package org.zaledje.platform.web.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.rest.RestServlet;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestServer;

/** A request that is held while its function is exchanged holds nothing itself. */
class HeldRequestTest {

    private final List<String> order = new CopyOnWriteArrayList<>();

    /** Answers. */
    @Path("/")
    @Produces("application/json")
    public static final class Resource implements RestResource {

        @POST
        public String answer() {
            return "1";
        }
    }

    @Test
    void aRequestWithAKeyWaitsBeforeItsTransactionBegins() throws Exception {
        Guard guard = TestServer.guard(new TestLogin());
        guard.setIdempotency((key, attempt) -> {
            order.add("transaction");
            return attempt.run();
        });
        RestFunctions functions = new RestFunctions(new EarlyPublishing());
        functions.add("slow", new Resource(), Optional.empty());
        RestServlet servlet = new RestServlet(guard, functions, function -> {
            order.add("wait for " + function);
            return () -> order.add("leave");
        });
        try (TestServer server = new TestServer().with("/api/v1/*", servlet).start()) {
            var answer = server.send(server.request("/api/v1/slow").header("Idempotency-Key", "1")
                    .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } finally {
            functions.close();
        }
        assertThat(order).containsExactly("wait for slow", "transaction", "leave");
    }
}
