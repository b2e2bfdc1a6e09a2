package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.Zaledje;

/** Functions come, change and go while the platform runs, by files in its hot-deploy folder; what they kept stays. */
class HotDeployIT {

    private static final String GUESTS = "/api/v1/guestbook";

    /** The one function that is always there. */
    private static final String OF_THE_PLATFORM = "administration";
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** Tells beside a failure what the platform has logged. */
    @RegisterExtension
    static final TestExecutionExceptionHandler LOG = (test, failure) -> {
        failure.addSuppressed(new IllegalStateException(HotDeployIT.zaledje.log()));
        throw failure;
    };

    private static Zaledje zaledje;
    private static FunctionKar kars;

    @BeforeAll
    static void start(@TempDir Path folder) {
        zaledje = Zaledje.started();
        kars = new FunctionKar(zaledje.distribution(), folder);
    }

    @AfterAll
    static void end() {
        zaledje.close();
    }

    @BeforeEach
    void empty() throws IOException {
        try (var files = Files.list(zaledje.deployFolder())) {
            files.map(file -> file.getFileName().toString()).forEach(zaledje::takeAway);
        }
        Await.until("nothing is deployed", Duration.ofSeconds(30), () -> zaledje.rest().get("/api/v1/functions").json(),
                list -> ids(list).equals(List.of(OF_THE_PLATFORM)) && list.path("deployments").isEmpty());
    }

    @Test
    void thePlatformWithoutFunctionsIsReadyAndEmpty() {
        assertThat(zaledje.anonymous().get("/health/ready").status()).isEqualTo(200);
        assertThat(zaledje.anonymous().get("/health/live").status()).isEqualTo(200);
        assertThat(ids(zaledje.rest().get("/api/v1/functions").json())).containsExactly(OF_THE_PLATFORM);
        assertThat(paths()).doesNotContain("/api/v1/accounting/entries", "/api/v1/notes");
    }

    @Test
    void aDroppedFunctionIsListedDescribedAndServed() {
        zaledje.deploy("accounting");

        JsonNode listed = zaledje.rest().get("/api/v1/functions/accounting").json();
        assertThat(listed.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(listed.path("rest").asText()).isEqualTo("/api/v1/accounting");
        assertThat(listed.path("wsdl").asText()).isEqualTo("/soap/accounting?wsdl");
        assertThat(paths()).contains("/api/v1/accounting/entries", "/api/v1/accounting/invoices");
        assertThat(zaledje.anonymous().get("/soap/accounting?wsdl").status()).isEqualTo(200);
        new Accounting(zaledje.rest()).posted(Accounting.sale());
    }

    @Test
    void aRemovedFunctionIsGoneAtOnceAndComesBackWithAllItKept() {
        zaledje.deploy("accounting");
        Accounting accounting = new Accounting(zaledje.rest());
        String entry = accounting.posted(Accounting.sale());
        byte[] file = Invoices.fresh();
        String invoice = accounting.submitted(file);
        JsonNode entryBefore = accounting.entry(entry).json();
        JsonNode invoiceBefore = accounting.invoice(invoice).json();

        zaledje.remove("accounting");

        assertGone("accounting", accounting.entry(entry));
        assertThat(zaledje.anonymous().get("/soap/accounting?wsdl").status()).isEqualTo(404);
        assertThat(paths()).doesNotContain("/api/v1/accounting/entries");

        zaledje.deploy("accounting");

        assertThat(accounting.entry(entry).json()).isEqualTo(entryBefore);
        assertThat(accounting.invoice(invoice).json()).isEqualTo(invoiceBefore);
        assertThat(accounting.original(invoice).body()).isEqualTo(file);
    }

    @Test
    void theSampleFunctionComesAndGoesTheSameWay() {
        zaledje.deploy("notes");
        Answer written = zaledje.rest().post("/api/v1/notes", "{\"title\":\"Banka\",\"text\":\"Pokliči še danes.\"}");
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        String path = URI.create(written.header("Location")).getPath();
        assertThat(zaledje.rest().get(path).json()).isEqualTo(written.json());
        assertThat(paths()).contains("/api/v1/notes", "/api/v1/notes/{id}");

        zaledje.remove("notes");
        assertGone("notes", zaledje.rest().get(path));

        zaledje.deploy("notes");
        assertThat(zaledje.rest().get(path).json()).isEqualTo(written.json());
    }

    @Test
    void notesAreListedPageByPage() {
        zaledje.deploy("notes");
        for (int i = 0; i < 5; i++) {
            assertThat(zaledje.rest().post("/api/v1/notes", "{\"title\":\"Note " + i + "\"}").status()).isEqualTo(201);
        }

        JsonNode first = zaledje.rest().get("/api/v1/notes?limit=2").json();
        JsonNode second = zaledje.rest().get("/api/v1/notes?limit=2&cursor=" + first.path("next").asText()).json();

        assertThat(first.path("items").findValuesAsText("title")).containsExactly("Note 4", "Note 3");
        assertThat(second.path("items").findValuesAsText("title")).containsExactly("Note 2", "Note 1");
    }

    @Test
    void aNewerVersionReplacesTheOlderOneAndItsTableGrows() {
        drop(FunctionKar.Variant.VERSION_1, "zaledje-guestbook-1.0.0.kar");
        assertThat(zaledje.rest().post(GUESTS, "{\"id\":\"newer\",\"name\":\"Ana\"}").status()).isEqualTo(201);

        drop(FunctionKar.Variant.VERSION_2, "zaledje-guestbook-2.0.0.kar");

        assertVersion2Serves("newer");
        zaledje.awaitDeployment("zaledje-guestbook-1.0.0.kar", "SUPERSEDED");
    }

    @Test
    void aFileThatIsReplacedUnderItsNameIsAnUpdateToo() {
        drop(FunctionKar.Variant.VERSION_1, "guestbook.kar");
        assertThat(zaledje.rest().post(GUESTS, "{\"id\":\"same\",\"name\":\"Ana\"}").status()).isEqualTo(201);

        zaledje.drop(kars.build(FunctionKar.Variant.VERSION_2), "guestbook.kar");

        assertVersion2Serves("same");
    }

    @Test
    void theOlderVersionComesBackWhenTheNewerOneIsTakenAway() {
        drop(FunctionKar.Variant.VERSION_1, "zaledje-guestbook-1.0.0.kar");
        assertThat(zaledje.rest().post(GUESTS, "{\"id\":\"back\",\"name\":\"Ana\"}").status()).isEqualTo(201);
        drop(FunctionKar.Variant.VERSION_2, "zaledje-guestbook-2.0.0.kar");

        zaledje.takeAway("zaledje-guestbook-2.0.0.kar");

        JsonNode guest = Await.until("version 1 serves again", Duration.ofSeconds(30),
                () -> zaledje.rest().get(GUESTS + "/back"),
                answer -> answer.status() == 200 && !answer.json().has("mood")).json();
        assertThat(guest.path("name").asText()).isEqualTo("Ana");
    }

    @Test
    void aCorruptArchiveIsToldAndTheRestRunsOn() throws IOException {
        zaledje.deploy("notes");
        byte[] whole = Files.readAllBytes(zaledje.distribution().archive("notes"));

        Files.write(zaledje.deployFolder().resolve("half.kar"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(zaledje.awaitDeployment("half.kar", "FAILED").path("problem").asText()).isNotBlank();
        assertNotesServe();
        Files.write(zaledje.deployFolder().resolve("half.kar"), whole);
        zaledje.takeAway(zaledje.distribution().archive("notes").getFileName().toString());
        zaledje.awaitDeployment("half.kar", "INSTALLED");
        Await.until("notes serve from the mended archive", AT_ONCE, this::assertNotesServe);
    }

    @Test
    void anArchiveThatLacksABundleItNeedsIsToldAndTheRestRunsOn() {
        zaledje.deploy("notes");

        zaledje.drop(kars.build(FunctionKar.Variant.UNRESOLVABLE), "guestbook.kar");

        JsonNode failed = zaledje.awaitDeployment("guestbook.kar", "FAILED");
        assertThat(failed.path("problem").asText()).contains("org.example.nowhere");
        assertNotesServe();
        assertThat(zaledje.rest().get("/api/v1/functions/guestbook").status()).isEqualTo(404);
    }

    @Test
    void anArchiveThatCanNotMigrateItsTablesIsToldAndTheRestRunsOn() {
        zaledje.deploy("notes");

        zaledje.drop(kars.build(FunctionKar.Variant.BROKEN_CHANGELOG), "guestbook.kar");

        assertThat(zaledje.awaitDeployment("guestbook.kar", "FAILED").path("problem").asText()).contains("wrong");
        assertNotesServe();
        zaledje.takeAway("guestbook.kar");
        drop(FunctionKar.Variant.VERSION_2, "guestbook.kar");
    }

    @Test
    void everythingIsThereAfterARestart() {
        zaledje.deploy("accounting");
        zaledje.deploy("notes");
        Accounting accounting = new Accounting(zaledje.rest());
        String entry = accounting.posted(Accounting.sale());

        assertThat(zaledje.stop()).isIn(0, 143);
        zaledje.start();

        zaledje.awaitServed("accounting");
        zaledje.awaitServed("notes");
        assertThat(accounting.entry(entry).status()).isEqualTo(200);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillNine() {
        zaledje.deploy("accounting");
        Accounting accounting = new Accounting(zaledje.rest());
        byte[] file = Invoices.fresh();
        String invoice = accounting.submitted(file);
        String entry = accounting.posted(Accounting.sale());

        zaledje.killNine();
        zaledje.start();

        zaledje.awaitServed("accounting");
        assertThat(accounting.entry(entry).status()).isEqualTo(200);
        assertThat(accounting.original(invoice).body()).isEqualTo(file);
        accounting.posted(Accounting.sale());
    }

    @Test
    void anArchiveTakenAwayWhileThePlatformIsDownIsGoneAtTheNextStart() {
        zaledje.deploy("notes");
        assertThat(zaledje.stop()).isIn(0, 143);
        zaledje.takeAway(zaledje.distribution().archive("notes").getFileName().toString());

        zaledje.start();

        zaledje.awaitNoFunction("notes");
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(404);
    }

    private void drop(FunctionKar.Variant variant, String name) {
        zaledje.drop(kars.build(variant), name);
        zaledje.awaitDeployment(name, "INSTALLED");
        Await.until("the guest book serves", Duration.ofSeconds(30),
                () -> zaledje.rest().get(GUESTS + "/nobody"), answer -> answer.code().equals("path.not-found"));
    }

    private static void assertVersion2Serves(String guest) {
        JsonNode kept = Await.until("version 2 serves", Duration.ofSeconds(30),
                () -> zaledje.rest().get(GUESTS + "/" + guest),
                answer -> answer.status() == 200 && answer.json().has("mood")).json();
        assertThat(kept.path("name").asText()).isEqualTo("Ana");
        assertThat(kept.path("mood").asText()).isEqualTo("calm");
        Answer written = zaledje.rest().post(GUESTS, "{\"id\":\"" + guest + "2\",\"name\":\"Bor\",\"mood\":\"merry\"}");
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        JsonNode listed = zaledje.rest().get("/api/v1/functions/guestbook").json();
        assertThat(listed.path("version").asText()).isEqualTo("2.0.0");
    }

    private void assertNotesServe() {
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(200);
    }

    private static void assertGone(String function, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("function.not-installed");
        assertThat(answer.json().path("detail").asText()).contains(function);
    }

    private static List<String> ids(JsonNode list) {
        return list.path("functions").findValuesAsText("id");
    }

    private static Iterable<String> paths() {
        JsonNode document = zaledje.anonymous().get("/api/openapi.json").json();
        assertThat(document.path("openapi").asText()).startsWith("3.");
        return () -> document.path("paths").fieldNames();
    }
}
