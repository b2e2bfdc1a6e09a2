package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.FunctionKar.Variant;
import org.zaledje.tests.harness.Rest.NoAnswer;
import org.zaledje.tests.harness.Traffic;
import org.zaledje.tests.harness.Zaledje;

/** Clients call a function from before it is there; what it has acknowledged from its first moment on is kept. */
class FirstRequestsIT {

    private static final String FILE = "guestbook.kar";
    private static final int CLIENTS = 16;
    private static final int ROUNDS = Integer.getInteger("zaledje.rounds", 1);
    private static final int WRITTEN = 150;

    @RegisterExtension
    static final TestExecutionExceptionHandler LOG = (test, failure) -> {
        failure.addSuppressed(new IllegalStateException(FirstRequestsIT.zaledje.log()));
        throw failure;
    };

    private static Zaledje zaledje;
    private static Path archive;

    private final Guests guests = new Guests(zaledje);

    @BeforeAll
    static void start(@TempDir Path folder) {
        zaledje = Zaledje.started();
        archive = new FunctionKar(zaledje.distribution(), folder).build(Variant.VERSION_1);
    }

    @AfterAll
    static void end() {
        zaledje.close();
    }

    @Test
    void whatIsWrittenWhileAFunctionIsInstalledAndWhileThePlatformBootsIsKept() {
        for (int round = 1; round <= ROUNDS; round++) {
            try (Traffic clients = Traffic.start(CLIENTS, guests::write)) {
                zaledje.drop(archive, FILE);
                awaitWriting(clients);
                clients.end();
                System.out.println("round " + round + ", installing: " + clients.answers());
                assertThat(clients.answers().keySet()).isSubsetOf("201", "404", "429", "503");
            }
            assertThat(guests.lost()).isEmpty();
            zaledje.awaitDeployment(FILE, "INSTALLED");

            zaledje.stop();
            try (Traffic clients = Traffic.start(CLIENTS, this::writeIfItAnswers)) {
                zaledje.start();
                awaitWriting(clients);
                clients.end();
                System.out.println("round " + round + ", booting: " + clients.answers());
            }
            assertThat(guests.lost()).isEmpty();

            zaledje.takeAway(FILE);
            zaledje.awaitDeployment(FILE, "");
        }
    }

    private void awaitWriting(Traffic clients) {
        try {
            guests.awaitMore(WRITTEN);
        } catch (AssertionError e) {
            throw new AssertionError("The clients were answered " + clients.answers(), e);
        }
    }

    private String writeIfItAnswers() {
        try {
            return guests.write();
        } catch (NoAnswer e) {
            return "no answer";
        }
    }
}
