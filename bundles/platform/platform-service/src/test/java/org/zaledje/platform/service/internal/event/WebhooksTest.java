package org.zaledje.platform.service.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zaledje.platform.service.internal.event.Node.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.event.IssuedWebhook;
import org.zaledje.platform.event.WebhookDelivery;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class WebhooksTest {

    private static final UUID A = new UUID(1, 1);

    private record Received(String body, String signature, String event) {
    }

    private final TestClock clock = new TestClock();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);

    @TempDir
    private Path data;
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(body, exchange.getRequestHeaders().getFirst(Signature.HEADER),
                    exchange.getRequestHeaders().getFirst("Zaledje-Event-Id")));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private EventSettings settings(boolean privateTargets) {
        return new EventSettings(Map.of("private-targets", privateTargets),
                new PlatformHome(name -> name.equals("zaledje.data") ? data.toString() : null));
    }

    private interface Work {
        void with(Node node, Webhooks webhooks) throws Exception;
    }

    private void on(Engine engine, boolean privateTargets, Work work) throws Exception {
        try (TestDatabase database = Node.prepare(engine.create()); Node node = new Node(database, clock)) {
            WebhookWork sending = node.webhookWork(settings(privateTargets));
            node.callers.callAs(Caller.system(), () -> {
                work.with(node, node.webhooks(settings(privateTargets), sending));
                return node;
            });
            sending.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsAreSentSignedAndInOrder(Engine engine) throws Exception {
        on(engine, true, (node, webhooks) -> {
            IssuedWebhook issued = webhooks.create(url(), List.of(Node.TYPE));
            node.publish(A, 1, 2);
            node.publish(A, 3);
            await(3, received::size);
            assertEquals(List.of(1, 2, 3), received.stream()
                    .map(one -> ((Map<?, ?>) Payloads.read(one.body()).get("payload")).get("number")).toList());
            Received first = received.get(0);
            assertEquals(Signature.of(issued.secret(), clock.instant(), first.body()), first.signature());
            assertEquals(first.event(), Payloads.read(first.body()).get("id"));
            assertEquals(Node.COMPANY.id().toString(), Payloads.read(first.body()).get("company"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedIsSentAgainLaterWithTheSameIdAndNothingOvertakesIt(Engine engine) throws Exception {
        on(engine, true, (node, webhooks) -> {
            status.set(302);
            webhooks.create(url(), List.of("*"));
            node.publish(A, 1, 2);
            await(1, received::size);
            await(List.of("HELD", "RETRY"), () -> node.sql.list("select state from sys_event_parked order by state", row -> row.getString(1)));
            status.set(200);
            clock.advance(Duration.ofSeconds(2));
            await(3, received::size);
            assertEquals(received.get(0).event(), received.get(1).event());
            assertFalse(received.get(1).event().equals(received.get(2).event()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSecretIsKeptEncryptedAndARemovedWebhookIsForgotten(Engine engine) throws Exception {
        on(engine, true, (node, webhooks) -> {
            IssuedWebhook issued = webhooks.create(url(), List.of(Node.TYPE));
            String kept = node.sql.list("select secret from sys_webhook", row -> row.getString(1)).get(0);
            assertFalse(kept.contains(issued.secret()));
            assertFalse(issued.toString().contains(issued.secret()));
            String renewed = webhooks.renewSecret(issued.webhook().id()).secret();
            assertFalse(renewed.equals(issued.secret()));
            webhooks.remove(issued.webhook().id());
            await(List.of(), () -> node.deliveries().consumers());
            assertEquals(List.of("events.webhook.create", "events.webhook.renew-secret", "events.webhook.remove"),
                    node.changes.stream().map(change -> change.action()).toList());
            assertTrue(node.changes.stream().noneMatch(change -> change.toString().contains(renewed)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedWhileAWebhookIsPausedIsSentInOrderOnceItGoesOn(Engine engine) throws Exception {
        on(engine, true, (node, webhooks) -> {
            UUID id = webhooks.create(url(), List.of(Node.TYPE)).webhook().id();
            node.publish(A, 1);
            await(1, received::size);
            assertTrue(webhooks.pause(id).paused());
            await(false, () -> node.deliveries().consumers().get(0).present());
            node.publish(A, 2, 3);
            assertEquals(2, node.deliveries().consumers().get(0).backlog());
            assertEquals(1, received.size());
            assertFalse(webhooks.resume(id).paused());
            await(3, received::size);
            assertEquals(List.of("events.webhook.create", "events.webhook.pause", "events.webhook.resume"),
                    node.changes.stream().map(change -> change.action()).toList());
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachDeliveryIsKeptWithWhatCameOfIt(Engine engine) throws Exception {
        on(engine, true, (node, webhooks) -> {
            UUID id = webhooks.create(url(), List.of(Node.TYPE)).webhook().id();
            WebhookDelivery test = webhooks.test(id);
            assertTrue(test.delivered());
            assertEquals(Webhooks.TEST_TYPE, test.type());
            status.set(503);
            node.publish(A, 1);
            await(2, () -> webhooks.deliveries(id, PageRequest.first(10)).items().size());
            List<WebhookDelivery> deliveries = webhooks.deliveries(id, PageRequest.first(10)).items();
            assertEquals(test, deliveries.get(1));
            assertEquals(Optional.of(503), deliveries.get(0).status());
            assertTrue(deliveries.get(0).error().endsWith("answered 503"));
            Page<WebhookDelivery> first = webhooks.deliveries(id, PageRequest.first(1));
            assertEquals(List.of(test), webhooks.deliveries(id, new PageRequest(10, first.next())).items());
            ListQuery failed = ListQuery.of(PageRequest.first(10)).where(ListFilter.of("delivered", Comparison.EQUAL, false));
            assertEquals(deliveries.subList(0, 1), webhooks.deliveries(id, failed).items());
            server.stop(0);
            assertEquals(Optional.empty(), webhooks.test(id).status());
            webhooks.remove(id);
            assertEquals(List.of(), node.sql.list("select id from sys_webhook_delivery", row -> row.getString(1)));
        });
    }

    @Test
    void whereItMayNotLeadItIsRefused() throws Exception {
        on(Engine.H2, false, (node, webhooks) -> {
            ProblemException problem = assertThrows(ProblemException.class,
                    () -> webhooks.create("https://127.0.0.1/", List.of("wrong")));
            assertEquals(List.of("events.webhook.url.private", "events.webhook.types.invalid"),
                    problem.violations().stream().map(Violation::rule).toList());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/, private", "https://192.168.1.1/, private", "https://172.16.0.1/, private", "https://169.254.169.254/, private",
        "https://100.64.0.1/, private", "https://[::1]/, private", "https://[fd00::1]/, private", "https://0.0.0.0/, private",
        "https://[::ffff:10.0.0.1]/, private", "https://[64:ff9b::a00:1]/, private", "http://93.184.216.34/, invalid", "ftp://93.184.216.34/, invalid",
        "https://user@93.184.216.34/, invalid", "https:///path, invalid", "not an address, invalid"})
    void addressesThatAreNotTaken(String url, String reason) {
        assertEquals("events.webhook.url." + reason, new Targets(false).problem(url).orElseThrow());
    }

    @Test
    void addressesThatAreTaken() {
        assertEquals(List.of(), new Targets(false).problem("https://93.184.216.34/hook?x=1").stream().toList());
        assertEquals(List.of(), new Targets(true).problem("http://127.0.0.1:8080/hook").stream().toList());
    }

    @Test
    void theSignatureIsAsDocumented() {
        assertEquals("t=1700000000,v1=11bf4466ea17c3df3fd743af0b435368e16b7a05eb8eced85e8c4670767bdec5", Signature.of(
                "whsec_test", Instant.ofEpochSecond(1_700_000_000), "{\"id\":\"1\"}"));
    }
}
