package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.FunctionKar.Variant;
import org.zaledje.tests.harness.Traffic;
import org.zaledje.tests.harness.Zaledje;

/** A function is exchanged for another version of it while clients write; none of them notices but by a short wait. */
class UpgradeIT {

    private static final String FILE = "guestbook.kar";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final long SWAP_MILLISECONDS_MOST = 2_000;

    /** By how much longer than the swap those wait who have nothing to do with it, but write under a key, in turn. */
    private static final long OTHERS_MILLISECONDS_MORE = 1_000;

    @RegisterExtension
    static final TestExecutionExceptionHandler LOG = (test, failure) -> {
        failure.addSuppressed(new IllegalStateException(UpgradeIT.zaledje.log()));
        throw failure;
    };

    private static Zaledje zaledje;
    private static FunctionKar kars;

    private final Guests guests = new Guests(zaledje);

    @BeforeAll
    static void start(@TempDir Path folder) {
        zaledje = Zaledje.started();
        kars = new FunctionKar(zaledje.distribution(), folder);
        zaledje.deploy("notes");
    }

    @AfterEach
    void empty() throws IOException {
        try (var files = Files.list(zaledje.deployFolder())) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.contains("guestbook"))
                    .forEach(zaledje::takeAway);
        }
        zaledje.awaitNoFunction("guestbook");
    }

    @AfterAll
    static void end() {
        zaledje.close();
    }

    @Test
    void anUpdateAndARollbackUnderLoadLoseNothingAndAnswerNothingWrong() {
        zaledje.drop(kars.build(Variant.VERSION_1), FILE);
        zaledje.awaitDeployment(FILE, "INSTALLED");
        Path newer = kars.build(Variant.VERSION_2);
        try (Traffic writers = Traffic.start(4, guests::write); Traffic others = Traffic.start(2, UpgradeIT::writeNote)) {
            guests.awaitMore(200);
            writers.slowestMilliseconds();
            others.slowestMilliseconds();

            zaledje.drop(newer, FILE);
            zaledje.awaitDeployment(FILE, "INSTALLED");
            awaitVersion("2.0.0");
            guests.awaitMore(100);
            requireShort("update", writers, others);

            JsonNode back = zaledje.rest().post("/api/v1/functions/guestbook/rollback", "").json();
            assertThat(back.path("state").asText()).as(back.toString()).isEqualTo("INSTALLED");
            assertThat(back.path("version").asText()).isEqualTo("1.0.0");
            awaitVersion("1.0.0");
            guests.awaitMore(100);
            requireShort("rollback", writers, others);

            writers.end();
            others.end();
            System.out.println("answers: " + writers.answers() + ", of another function: " + others.answers());
            assertThat(writers.answers().keySet()).isSubsetOf("201", "503");
            assertThat(others.answers().keySet()).containsExactly("201");
        }
        assertThat(guests.lost()).isEmpty();
    }

    private static void requireShort(String what, Traffic writers, Traffic others) {
        long slowest = others.slowestMilliseconds();
        System.out.println(what + ": the slowest answer took " + writers.slowestMilliseconds() + " ms, of another function "
                + slowest + " ms; " + held());
        assertThat(heldMilliseconds()).as(what).isLessThanOrEqualTo(SWAP_MILLISECONDS_MOST);
        assertThat(slowest).as(what).isLessThanOrEqualTo(heldMilliseconds() + OTHERS_MILLISECONDS_MORE);
    }

    /** As a partner reads its invoices: several bundles, of which one is a feature of its own for others to use. */
    @Test
    void theNextReleaseOfAccountingTakesItsPlace(@TempDir Path folder) {
        zaledje.deploy("accounting");
        Path next = new NextRelease("0.1.0", "0.2.0").of(zaledje.distribution().archive("accounting"), folder);
        String file = next.getFileName().toString();
        try (Traffic readers = Traffic.reading(zaledje, "/api/v1/accounting/invoices")) {
            Await.until("clients read", SOON, readers::count, count -> count > 20);
            readers.slowestMilliseconds();
            zaledje.drop(next, file);
            zaledje.awaitDeployment(file, "INSTALLED");
            readers.end();
            System.out.println("accounting: the slowest answer took " + readers.slowestMilliseconds() + " ms; " + held());
            assertThat(readers.answers().keySet()).containsExactly("200");
        }
        assertThat(zaledje.rest().get("/api/v1/functions/accounting").json().path("version").asText()).isEqualTo("0.2.0");
        assertThat(zaledje.rest().get("/soap/accounting?wsdl").status()).isEqualTo(200);
    }

    @Test
    void aVersionThatCanNotMigrateItsTablesLeavesTheOlderOneServing() {
        zaledje.drop(kars.build(Variant.VERSION_1), FILE);
        awaitVersion("1.0.0");
        zaledje.awaitDeployment(FILE, "INSTALLED");
        try (Traffic readers = Traffic.reading(zaledje, Guests.PATH + "/nobody")) {
            zaledje.drop(kars.build(Variant.BROKEN_CHANGELOG), FILE);
            String problem = zaledje.awaitDeployment(FILE, "FAILED").path("problem").asText();
            assertThat(problem).contains("wrong", "1.0.0, runs on");
            readers.end();
            System.out.println("failing migration: the slowest answer took " + readers.slowestMilliseconds() + " ms; " + held());
            assertThat(readers.answers().keySet()).containsExactly("404");
            assertThat(heldMilliseconds()).isLessThanOrEqualTo(SWAP_MILLISECONDS_MOST);
        }
        assertThat(guests.write()).isEqualTo("201");
        assertThat(zaledje.rest().get("/api/v1/functions/guestbook").json().path("version").asText()).isEqualTo("1.0.0");
    }

    private static String writeNote() {
        Answer answer = zaledje.rest().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/notes", "{\"title\":\"Meanwhile\",\"text\":\"All is well.\"}");
        return answer.status() == 201 ? "201" : answer.toString();
    }

    private static void awaitVersion(String version) {
        Await.until(version + " serves", SOON, () -> zaledje.rest().get("/api/v1/functions/guestbook"),
                answer -> answer.status() == 200 && answer.json().path("version").asText().equals(version));
    }

    private static String held() {
        return Folders.tail(zaledje.data().resolve("log/zaledje.log"), Integer.MAX_VALUE).stream()
                .filter(line -> line.contains("requests were held for")).reduce("", (first, last) -> last)
                .replaceFirst(".*; ", "");
    }

    private static long heldMilliseconds() {
        return Long.parseLong(held().replaceAll("[^0-9]", ""));
    }
}
