package org.zaledje.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** What an administrator does after a disaster, from a backup that was made while partners posted. */
class RestoreDrillIT {

    private static final String PASSPHRASE = Zaledje.BACKUP_PASSPHRASE;
    private static final int ENTRIES_BEFORE = 20;
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String USERS = "/api/v1/people/users";
    private static final String NOTES = "/api/v1/notes";
    private static final String VERIFICATION = "/api/v1/audit/verification";

    @TempDir
    Path folder;

    @Test
    void anInstallationComesBackFromItsBackup() throws Exception {
        try (Zaledje original = Zaledje.prepared(Distribution.built());
                Zaledje copy = Zaledje.prepared(Distribution.built())) {
            drill(original, copy);
        }
    }

    @Test
    void anInstallationOnPostgresComesBackFromItsBackup() throws Exception {
        try (TestDatabase database = Engine.POSTGRESQL.create();
                TestDatabase other = Engine.POSTGRESQL.create();
                Zaledje original = Zaledje.prepared(Distribution.built());
                Zaledje copy = Zaledje.prepared(Distribution.built())) {
            use(original, database);
            use(copy, other);
            drill(original, copy);
        }
    }

    /** A company outgrows the embedded database. */
    @Test
    void anInstallationMovesIntoPostgres() throws Exception {
        try (TestDatabase database = Engine.POSTGRESQL.create();
                Zaledje original = Zaledje.prepared(Distribution.built());
                Zaledje copy = Zaledje.prepared(Distribution.built())) {
            use(copy, database);
            original.start();
            original.deploy("accounting");
            original.deploy("notes");
            Accounting accounting = new Accounting(original.rest());
            String invoice = accounting.submitted(Invoices.fresh());
            assertThat(accounting.post(invoice).status()).isEqualTo(201);
            assertThat(original.rest().post(USERS, "{\"name\":\"mover\",\"kind\":\"SERVICE\",\"assignments\":[]}").status())
                    .isEqualTo(201);
            Await.until("the event has its effect", WITHIN, () -> original.rest().get(NOTES).json().path("items"),
                    notes -> notes.size() == 1);
            Path file = folder.resolve("move.backup");
            List<String> acknowledged = backUpWhilePosting(original, file);

            assertThat(restore(file, copy, PASSPHRASE)).contains("Restored ");
            copy.start();
            copy.awaitServed("accounting");
            copy.awaitServed("notes");
            Accounting moved = new Accounting(copy.rest());
            assertThat(acknowledged).allSatisfy(entry -> assertThat(moved.entry(entry).status()).isEqualTo(200));
            assertThat(moved.original(invoice).body()).isEqualTo(accounting.original(invoice).body());
            assertThat(copy.rest().get(USERS).json().path("items").findValuesAsText("name")).contains("mover");
            copy.rest().post(VERIFICATION, "");
            JsonNode report = Await.until("the verification is through", WITHIN, () -> copy.rest().get(VERIFICATION).json(),
                    verified -> !verified.path("state").asText().equals("RUNNING"));
            assertThat(report.path("state").asText()).as(report.toString()).isEqualTo("CLEAN");
            assertThat(moved.post(moved.submitted(Invoices.fresh())).status()).isEqualTo(201);
            Await.until("events go on, and none is delivered twice", WITHIN, () -> copy.rest().get(NOTES).json().path("items"),
                    notes -> notes.size() == 2);
            moved.posted(Accounting.sale());
        }
    }

    private void drill(Zaledje original, Zaledje copy) throws Exception {
        original.start();
        original.deploy("accounting");
        String invoice = new Accounting(original.rest()).submitted(Invoices.fresh());
        Answer contract = original.rest().post("/api/v1/documents?fileName=contract.txt&recordType=accounting.invoice&recordId="
                + invoice, "text/plain", "signed".getBytes(StandardCharsets.UTF_8));
        assertThat(contract.status()).as(contract.toString()).isEqualTo(201);
        Path file = folder.resolve("drill.backup");
        List<String> acknowledged = backUpWhilePosting(original, file);

        assertThat(restore(file, copy, "a wrong passphrase")).contains("passphrase is wrong", "Nothing was changed");
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 100));
        assertThat(restore(cut, copy, PASSPHRASE)).contains("can't be used", "Nothing was changed");

        assertThat(restore(file, copy, PASSPHRASE)).contains("Restored ");
        copy.start();
        copy.awaitServed("accounting");
        Accounting restored = new Accounting(copy.rest());
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENTRIES_BEFORE)
                .allSatisfy(entry -> assertThat(restored.entry(entry).status()).isEqualTo(200));
        assertThat(copy.rest().get("/api/v1/documents/" + contract.json().path("id").asText() + "/content").text())
                .isEqualTo("signed");
        var balance = restored.trialBalance();
        assertThat(balance.path("debit").asText()).isEqualTo(balance.path("credit").asText());
        restored.posted(Accounting.sale());
        assertThat(restore(file, copy, PASSPHRASE)).contains("an instance is running");
    }

    /** Answers what had been acknowledged when the backup began. */
    private List<String> backUpWhilePosting(Zaledje original, Path file) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean end = new AtomicBoolean();
        CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> {
            Accounting accounting = new Accounting(original.rest());
            while (!end.get()) {
                acknowledged.add(accounting.posted(Accounting.sale()));
            }
        });
        while (acknowledged.size() < ENTRIES_BEFORE && !posting.isDone()) {
            Thread.onSpinWait();
        }
        List<String> before = List.copyOf(acknowledged);
        Process shell = launcher(List.of("shell", "--port", "" + original.port(), "zaledje:backup", file.toString()),
                "ZALEDJE_SSH_PORT", "" + original.sshPort(), "ZALEDJE_ADMIN_PASSWORD", Zaledje.PASSWORD);
        shell.getOutputStream().close();
        String said = end(shell);
        end.set(true);
        posting.get();
        assertThat(file).as(said + original.log()).exists();
        return before;
    }

    private String restore(Path file, Zaledje target, String passphrase) throws Exception {
        return end(launcher(List.of("restore", file.toString(), "--data", target.data().toString()),
                "ZALEDJE_BACKUP_PASSPHRASE", passphrase));
    }

    private static Process launcher(List<String> arguments, String... environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(Distribution.built().launcher().toString()).redirectErrorStream(true);
        process.command().addAll(arguments);
        for (int i = 0; i < environment.length; i += 2) {
            process.environment().put(environment[i], environment[i + 1]);
        }
        return process.start();
    }

    private static String end(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static void use(Zaledje zaledje, TestDatabase database) throws IOException {
        Path settings = Files.createDirectories(zaledje.data().resolve("etc")).resolve("org.zaledje.database.cfg");
        Files.writeString(settings, "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
    }
}
