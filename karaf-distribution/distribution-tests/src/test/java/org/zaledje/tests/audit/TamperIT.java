package org.zaledje.tests.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.LauncherRun;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** Whatever is done to the trail or the ledger behind the platform's back is named, at each door. */
@ExtendWith(BrowserExtension.class)
class TamperIT {

    private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(30);
    private static final Duration COMMAND_MAX = Duration.ofSeconds(60);
    private static final String VERIFICATION = "/api/v1/audit/verification";

    private final Browser browser;

    TamperIT(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAlteredRowIsNamedAtEachDoor(Engine engine) throws Exception {
        try (TestDatabase server = Engine.POSTGRESQL.create(); Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            String url = engine == Engine.POSTGRESQL ? server.url()
                    : "jdbc:h2:" + zaledje.data().resolve("database/zaledje") + ";AUTO_SERVER=TRUE;LOCK_TIMEOUT=10000";
            String user = engine == Engine.POSTGRESQL ? server.user() : "sa";
            Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
            Files.writeString(etc.resolve("org.zaledje.database.cfg"), "url = " + url + "\nuser = " + user + "\npassword =\n");
            zaledje.start();
            zaledje.deploy("accounting");
            Accounting accounting = new Accounting(zaledje.rest());
            UUID entry = UUID.fromString(accounting.posted(Accounting.sale()));
            UUID later = UUID.fromString(accounting.posted(Accounting.sale()));
            UUID invoice = UUID.fromString(accounting.submitted(Invoices.fresh()));
            UUID otherInvoice = UUID.fromString(accounting.submitted(Invoices.fresh()));
            assertThat(accounting.post(invoice.toString()).status()).isEqualTo(201);
            zaledje.rest().post("/api/v1/people/roles", "{\"name\":\"One\",\"permissions\":[]}");
            zaledje.rest().post("/api/v1/people/roles", "{\"name\":\"Two\",\"permissions\":[]}");
            assertClean(zaledje);
            zaledje.stop();

            try (Connection connection = DriverManager.getConnection(url, user, "");
                    Attacker attacker = new Attacker(engine, connection)) {
                Tampering.Trail trail = attacker.trail("people.role");
                List<Tampering> trails = Tampering.with(trail);
                List<Tampering> invoices = Tampering.withInvoices(invoice, otherInvoice);
                List<Tampering> ledgers = Tampering.with(entry, later);
                attacker.attack(ledgers.get(0));
                zaledje.start();
                zaledje.awaitServed("accounting");
                assertNamedInShellAndOnPage(zaledje, ledgers.get(0));
                attacker.undo();
                for (List<Tampering> tamperings : List.of(trails, ledgers, invoices)) {
                    for (Tampering tampering : tamperings) {
                        attacker.attack(tampering);
                        assertThat(findings(zaledje)).as(tampering.name()).startsWith(tampering.finding());
                        attacker.undo();
                    }
                }
                attacker.attack(trails.get(0));
                assertNamedInShellAndOnPage(zaledje, trails.get(0));
                attacker.undo();
                assertClean(zaledje);

                long kept = zaledje.rest().post("/api/v1/audit/heads", "").json().path("length").asLong();
                attacker.rewriteChainWithout(trail.other());
                assertThat(findings(zaledje)).as("a chain that is right in itself, but not the one that was kept")
                        .startsWith("sys_audit_link " + kept + " audit.head-contradicts");
            }
        }
    }

    private static void assertClean(Zaledje zaledje) {
        JsonNode report = verified(zaledje);
        assertThat(report.path("state").asText()).as(report.toString()).isEqualTo("CLEAN");
    }

    private static List<String> findings(Zaledje zaledje) {
        List<String> findings = new ArrayList<>();
        verified(zaledje).path("findings").forEach(finding -> findings.add(finding.path("table").asText() + " "
                + finding.path("id").asText() + " " + finding.path("code").asText()));
        return findings;
    }

    private static JsonNode verified(Zaledje zaledje) {
        Answer begun = zaledje.rest().post(VERIFICATION, "");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        return Await.until("the verification is through", VERIFIED_WITHIN, () -> zaledje.rest().get(VERIFICATION).json(),
                report -> !report.path("state").asText().equals("RUNNING"));
    }

    private void assertNamedInShellAndOnPage(Zaledje zaledje, Tampering tampering) {
        String table = tampering.finding().split(" ")[0];
        String row = tampering.finding().split(" ")[1];
        try (LauncherRun shell = LauncherRun.start(zaledje.distribution(), Map.of("ZALEDJE_SSH_PORT", "" + zaledje.sshPort(),
                "ZALEDJE_ADMIN_PASSWORD", Zaledje.PASSWORD), List.of("shell", "--port", "" + zaledje.port(), "zaledje:verify"))) {
            int exit = shell.awaitExit(COMMAND_MAX);
            assertThat(String.join("\n", shell.out())).as(tampering.name()).contains(table, row);
            assertThat(exit).as("exit code of zaledje:verify").isNotZero();
        }
        try (Person person = browser.person(zaledje.url())) {
            person.logIn("/administration/audit").page().locator("#verify").click();
            assertThat(person.page().locator("vaadin-notification-card")).containsText(table + " " + row);
        }
    }
}
