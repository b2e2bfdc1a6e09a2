package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.FunctionKar.Variant;
import org.zaledje.tests.harness.Traffic;
import org.zaledje.tests.harness.Zaledje;

/**
 * One function is installed, updated, broken, stopped, started, rolled back and removed in a random order, often before
 * the last step has ended, while clients write to it and to another. The other never fails, and nothing acknowledged is
 * lost. The seed and the steps are printed; {@code -Dzaledje.seed=…} plays them again.
 */
class HotDeployChaosIT {

    private static final String FILE = "guestbook.kar";
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final long SEED = Long.getLong("zaledje.seed", System.nanoTime());
    private static final int STEPS = Integer.getInteger("zaledje.rounds", 15);

    @RegisterExtension
    static final TestExecutionExceptionHandler LOG = (test, failure) -> {
        failure.addSuppressed(new IllegalStateException("seed " + SEED + "\n" + HotDeployChaosIT.zaledje.log()));
        throw failure;
    };

    private static Zaledje zaledje;
    private static FunctionKar kars;

    private final Random random = new Random(SEED);
    private final Guests guests = new Guests(zaledje);

    @BeforeAll
    static void start(@TempDir Path folder) {
        zaledje = Zaledje.started();
        kars = new FunctionKar(zaledje.distribution(), folder);
        zaledje.deploy("notes");
    }

    @AfterAll
    static void end() {
        zaledje.close();
    }

    @Test
    void whateverIsDoneToAFunctionNoOtherFailsAndNothingIsLost() {
        System.out.println("seed " + SEED);
        try (Traffic others = Traffic.start(2, HotDeployChaosIT::writeNote);
                Traffic readers = Traffic.reading(zaledje, "/api/v1/notes");
                Traffic writers = Traffic.start(4, guests::write)) {
            for (int step = 1; step <= STEPS; step++) {
                take(step);
            }
            zaledje.drop(kars.build(Variant.VERSION_2), FILE);
            Await.until("2.0.0 serves", SOON, () -> startedIfStopped().rest().get("/api/v1/functions/guestbook"),
                    answer -> answer.status() == 200 && answer.json().path("version").asText().equals("2.0.0"));
            guests.awaitMore(50);
            others.end();
            readers.end();
            writers.end();
            System.out.println("the function: " + writers.answers() + "; another, written: " + others.answers()
                    + ", read: " + readers.answers() + ", slowest " + others.slowestMilliseconds() + " ms");
            assertThat(others.answers().keySet()).containsExactly("201");
            assertThat(readers.answers().keySet()).containsExactly("200");
            assertThat(writers.answers().keySet()).isSubsetOf("201", "404", "429", "503");
        }
        assertThat(guests.lost()).isEmpty();
        assertThat(zaledje.anonymous().get("/health/ready").status()).isEqualTo(200);
    }

    private enum Step { OLDER, NEWER, UNMIGRATABLE, UNRESOLVABLE, HALF_COPIED, STOP, START, ROLLBACK, REMOVE }

    private void take(int number) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        boolean waits = random.nextInt(3) > 0;
        System.out.println("step " + number + ": " + step + (waits ? ", and its end" : ""));
        switch (step) {
            case OLDER -> zaledje.drop(kars.build(Variant.VERSION_1), FILE);
            case NEWER -> zaledje.drop(kars.build(Variant.VERSION_2), FILE);
            case UNMIGRATABLE -> zaledje.drop(kars.build(Variant.BROKEN_CHANGELOG), FILE);
            case UNRESOLVABLE -> zaledje.drop(kars.build(Variant.UNRESOLVABLE), FILE);
            case HALF_COPIED -> writeHalf();
            case STOP -> ask("stop");
            case START -> ask("start");
            case ROLLBACK -> ask("rollback");
            default -> remove();
        }
        if (waits) {
            awaitSettled(() -> !state().equals("INSTALLING"));
        }
    }

    /** What is wrong for the state that the function happens to be in is refused, never an error. */
    private static void ask(String what) {
        Answer answer = zaledje.rest().post("/api/v1/functions/guestbook/" + what, "");
        assertThat(answer.status()).as(answer.toString()).isIn(200, 204, 404, 409, 422, 503);
    }

    private static void remove() {
        try {
            Files.deleteIfExists(zaledje.deployFolder().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeHalf() {
        try {
            byte[] whole = Files.readAllBytes(kars.build(Variant.VERSION_2));
            Files.write(zaledje.deployFolder().resolve(FILE), Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitSettled(BooleanSupplier settled) {
        Await.until("the step has ended", SOON, settled::getAsBoolean, is -> is);
    }

    private static String state() {
        return deployment().map(deployment -> deployment.path("state").asText()).orElse("");
    }

    private static Optional<JsonNode> deployment() {
        for (JsonNode deployment : zaledje.rest().get("/api/v1/functions").json().path("deployments")) {
            if (deployment.path("name").asText().equals("zaledje-guestbook") || deployment.path("file").asText().equals(FILE)) {
                return Optional.of(deployment);
            }
        }
        return Optional.empty();
    }

    /** It stays stopped over updates, and the last step may end late. */
    private static Zaledje startedIfStopped() {
        if (state().equals("STOPPED")) {
            ask("start");
        }
        return zaledje;
    }

    private static String writeNote() {
        Answer answer = zaledje.rest().post("/api/v1/notes", "{\"title\":\"Chaos\",\"text\":\"All is well.\"}");
        return answer.status() == 201 ? "201" : answer.toString();
    }
}
