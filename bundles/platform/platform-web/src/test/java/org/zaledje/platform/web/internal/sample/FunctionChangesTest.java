package org.zaledje.platform.web.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.rest.RestFunctions;
import org.zaledje.platform.web.internal.rest.RestServlet;

/** What callers of a function see while it is being changed. */
class FunctionChangesTest {

    private static final int CHANGES = 40;

    @Test
    void callersAreAnsweredWhileResourcesComeAndGo() throws Exception {
        TestLogin login = new TestLogin();
        RestFunctions rest = new RestFunctions(new EarlyPublishing());
        try (TestServer server =
                new TestServer().with("/api/v1/*", new RestServlet(TestServer.guard(login), rest, TestServer.OPEN)).start()) {
            rest.add("shipping", new ParcelResource(login), Optional.empty());
            Set<Integer> statuses = new TreeSet<>();
            CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
                for (int change = 0; change < CHANGES; change++) {
                    ParcelResource more = new ParcelResource(login);
                    rest.add("shipping", more, Optional.empty());
                    rest.remove("shipping", more);
                }
            });
            do {
                statuses.add(server.post("/api/v1/shipping/parcels", "application/json",
                        "{\"pieces\":1,\"items\":[{\"code\":\"a\"}]}").statusCode());
            } while (!changing.isDone());
            changing.join();
            assertThat(statuses).containsOnly(201);
        }
    }
}
