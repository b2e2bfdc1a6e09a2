package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.FunctionKar.Trouble;
import org.zaledje.tests.harness.FunctionKar.Variant;
import org.zaledje.tests.harness.Traffic;
import org.zaledje.tests.harness.Zaledje;

/** Functions that do what they should not: each is set aside and told, and the others serve on without a failure. */
class BadFunctionsIT {

    private static final String FILE = "bad.kar";
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestExecutionExceptionHandler LOG = (test, failure) -> {
        failure.addSuppressed(new IllegalStateException(BadFunctionsIT.zaledje.log()));
        throw failure;
    };

    private static Zaledje zaledje;
    private static FunctionKar kars;
    private Traffic others;

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

    @BeforeEach
    void useAnotherFunction() {
        others = Traffic.reading(zaledje, "/api/v1/notes");
    }

    @AfterEach
    void theOtherWasServedThroughout() throws IOException {
        Files.deleteIfExists(zaledje.deployFolder().resolve(FILE));
        zaledje.awaitDeployment(FILE, "");
        others.end();
        System.out.println("the other function: " + others.answers() + ", slowest " + others.slowestMilliseconds() + " ms");
        assertThat(others.answers().keySet()).containsExactly("200");
        assertThat(zaledje.anonymous().get("/health/ready").status()).isEqualTo(200);
    }

    private static String problemOf(Path archive) {
        zaledje.drop(archive, FILE);
        return zaledje.awaitDeployment(FILE, "FAILED").path("problem").asText();
    }

    @Test
    void oneThatThrowsWhenItIsActivated() {
        assertThat(problemOf(kars.build(Trouble.THROWING))).contains("the stars are wrong");
    }

    @Test
    void oneWhoseActivationBlocksHoldsUpNoOtherDeployment() {
        zaledje.drop(kars.build(Trouble.BLOCKING), FILE);
        zaledje.awaitDeployment(FILE, "INSTALLING");
        zaledje.drop(kars.buildEmpty(), "zaledje-nothing-1.0.0.kar");
        zaledje.awaitDeployment("zaledje-nothing-1.0.0.kar", "INSTALLED");
        assertThat(deployment(FILE).path("state").asText()).isEqualTo("INSTALLING");

        assertThat(zaledje.awaitDeployment(FILE, "FAILED").path("problem").asText()).contains("did not start within 30 s");
        zaledje.takeAway("zaledje-nothing-1.0.0.kar");
        zaledje.awaitDeployment("zaledje-nothing-1.0.0.kar", "");
    }

    @Test
    void oneThatLeavesAThreadBehindIsNamed() {
        zaledje.drop(kars.build(Trouble.LEAKING), FILE);
        zaledje.awaitDeployment(FILE, "INSTALLED");
        zaledje.takeAway(FILE);
        zaledje.awaitDeployment(FILE, "");
        Await.until("the thread is named in the log", SOON,
                () -> Folders.tail(zaledje.data().resolve("log/zaledje.log"), Integer.MAX_VALUE),
                log -> log.stream().anyMatch(line -> line.contains("left the thread \"trouble-left-behind\" behind")));
    }

    @Test
    void oneThatClaimsTheIdOfAnother() {
        assertThat(problemOf(kars.build(Trouble.CLAIMING))).contains("another function offers already: notes");
    }

    @Test
    void oneThatNeedsAPackageThatNobodyHas() {
        assertThat(problemOf(kars.build(Variant.UNRESOLVABLE))).contains("org.example.nowhere");
    }

    @Test
    void oneWithAPersistenceUnitThatFails() {
        assertThat(problemOf(kars.build(Variant.BAD_UNIT))).contains("GuestBookResource", "guestbook");
    }

    @Test
    void oneThatIsNoArchive() throws IOException {
        Files.writeString(zaledje.deployFolder().resolve(FILE), "no archive");
        assertThat(zaledje.awaitDeployment(FILE, "FAILED").path("problem").asText()).contains("can't be read");
    }

    @Test
    void oneThatThrowsErrorsWhenItIsCalled() {
        zaledje.drop(kars.build(Trouble.NONE), FILE);
        zaledje.awaitDeployment(FILE, "INSTALLED");
        for (String path : new String[] {"assertion", "overflow", "linkage"}) {
            Answer answer = zaledje.rest().get("/api/v1/trouble/" + path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
            assertThat(answer.mediaType()).isEqualTo("application/problem+json");
            assertThat(answer.text()).doesNotContain("java.lang", "TroubleResource");
        }
        assertThat(zaledje.rest().get("/api/v1/trouble").status()).isEqualTo(200);
    }

    @Test
    void aNewVersionThatDoesNotComeUpGivesWayToTheOneBefore() {
        zaledje.drop(kars.build(Trouble.NONE), FILE);
        zaledje.awaitDeployment(FILE, "INSTALLED");
        assertThat(problemOf(kars.build(Trouble.THROWING))).contains("the stars are wrong", "Version 1.0.0 serves again");
        Await.until("version 1.0.0 serves", SOON, () -> zaledje.rest().get("/api/v1/trouble"),
                answer -> answer.status() == 200);
    }

    private static JsonNode deployment(String file) {
        for (JsonNode deployment : zaledje.rest().get("/api/v1/functions").json().path("deployments")) {
            if (deployment.path("file").asText().equals(file)) {
                return deployment;
            }
        }
        throw new AssertionError(file + " is not listed: " + Map.of());
    }
}
