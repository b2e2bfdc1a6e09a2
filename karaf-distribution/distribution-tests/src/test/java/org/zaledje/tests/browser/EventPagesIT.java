package org.zaledje.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** An administrator sees to events that were not delivered, and to webhooks. */
@ExtendWith(BrowserExtension.class)
class EventPagesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestDatabase database;
    private static Zaledje zaledje;

    private final Browser browser;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer partner;
    private Person person;

    EventPagesIT(Browser browser) {
        this.browser = browser;
    }

    /** On PostgreSQL, in which the day can be made to pass that lies between the first try and the last. */
    @BeforeAll
    static void start() throws Exception {
        database = Engine.POSTGRESQL.create();
        zaledje = Zaledje.prepared(Distribution.built());
        Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
        Files.writeString(etc.resolve("org.zaledje.database.cfg"),
                "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
        Files.writeString(etc.resolve("org.zaledje.events.cfg"), "private-targets = true\n");
        zaledje.start();
        zaledje.deploy("accounting");
    }

    @AfterAll
    static void stop() {
        zaledje.close();
        database.close();
    }

    @BeforeEach
    void aPartnerListens() throws Exception {
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        partner.start();
        person = browser.person(zaledje.url());
        person.logIn("/administration/webhooks");
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf(TestInfo test) {
        person.screenshot(test.getTestMethod().orElseThrow().getName());
        person.close();
        partner.stop(0);
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void aDeadLetterIsLookedAtRepairedAndResent() throws Exception {
        addWebhook("accounting.invoice.received");
        status.set(500);
        new Accounting(zaledje.rest()).submitted(Invoices.fresh());
        Await.until("the partner refused it", SOON, received::size, count -> count == 1);
        aDayPasses();

        Page page = person.page();
        Await.until("it is a dead letter", SOON, () -> {
            person.follow("/administration/webhooks");
            person.follow("/administration/dead-letters");
            page.locator("h1").getByText("Dead letters").waitFor();
            return page.locator("vaadin-grid a").count();
        }, count -> count == 1);
        page.locator("vaadin-grid a").click();
        assertThat(page.locator("#error")).containsText("answered 500");
        Locator payload = page.locator("#payload textarea");
        payload.fill("{\"half\": ");
        page.locator("#repair").click();
        assertThat(page.getByRole(AriaRole.ALERT).last()).containsText("events.payload.content");
        page.locator("#resend").click();
        assertThat(page.getByText("has changes that are not saved")).isVisible();
        payload.fill("{\"repaired\": \"by hand\"}");
        page.locator("#repair").click();
        assertThat(page.getByText("The payload was repaired")).isVisible();
        assertThat(page.locator(".z-activity")).containsText("Repaired");
        status.set(200);
        page.locator("#resend").click();

        assertThat(page.getByText("No dead letters")).isVisible();
        Await.until("the partner has it", SOON, () -> received.get(received.size() - 1), last -> last.contains("by hand"));
    }

    @Test
    void aWebhookIsTestedPausedAndGivenAnotherSecret() {
        addWebhook("accounting.entry.posted");
        Page page = person.page();
        page.locator("vaadin-grid a").getByText("" + partner.getAddress().getPort()).click();

        page.locator("#webhook-test").click();
        assertThat(page.getByText("The test was taken: status 204")).isVisible();
        assertThat(page.locator("#deliveries")).containsText("platform.webhook.tested");
        assertThat(received).hasSize(1).first().asString().contains("platform.webhook.tested");
        page.locator("#webhook-pause").click();
        assertThat(page.locator("#webhook-resume")).isVisible();
        page.locator("#webhook-renew").click();
        page.locator("#confirm").click();
        assertThat(page.locator("#webhook-secret")).containsText("whsec_");
        page.locator("#webhook-remove").click();
        page.locator("#confirm").click();
        page.waitForURL("**/administration/webhooks");
        assertThat(page.locator("vaadin-grid a").getByText("" + partner.getAddress().getPort())).hasCount(0);
    }

    private void addWebhook(String type) {
        Page page = person.page();
        page.locator("#webhook-url input").fill("http://127.0.0.1:" + partner.getAddress().getPort() + "/hook");
        page.locator("#webhook-types input").fill(type);
        page.locator("#add-webhook").click();
        assertThat(page.locator("#webhook-secret")).containsText("whsec_");
    }

    /** All tries but the last have failed, and the last is due. */
    private static void aDayPasses() throws Exception {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            Await.until("it is put aside", SOON, () -> statement.executeUpdate("update sys_event_parked set tries = 10,"
                    + " next_at = now() - interval '1 second' where state = 'RETRY'"), changed -> changed == 1);
        }
    }
}
