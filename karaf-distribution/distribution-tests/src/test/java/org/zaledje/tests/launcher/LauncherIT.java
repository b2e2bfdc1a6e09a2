package org.zaledje.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.LauncherRun;
import org.zaledje.tests.harness.Ports;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** The launcher: what it says when it can't start, and how it starts and ends when it can. */
class LauncherIT {

    private static final Duration REFUSAL_MAX = Duration.ofSeconds(5);
    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Distribution distribution = Distribution.built();

    @Test
    void aPortInUseIsSaidInOneLine(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String complaint = refused(data, "--port", "" + taken.getLocalPort());

            assertThat(complaint).contains("port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void aDataDirectoryThatCanNotBeWrittenIsSaidInOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(refused(file.resolve("data"))).contains("can't write to the data directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "99999999999999999999"})
    void aWrongPortIsSaidInOneLine(String port, @TempDir Path data) {
        assertThat(refused(data, "--port", port)).contains("not a port");
    }

    @Test
    void anUnknownOptionIsSaidInOneLine(@TempDir Path data) {
        assertThat(refused(data, "--prot", "8181")).contains("unknown option --prot");
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedAndTheFirstRunsOn() {
        try (Zaledje first = Zaledje.started()) {
            String complaint = refused(first.data(), "--port", "" + Ports.free());

            assertThat(complaint).contains("another instance is running on the data directory");
            assertThat(first.anonymous().get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAPasswordGivenARandomOneIsPrintedOnceAtTheFirstStartAlone(@TempDir Path data) {
        int port = Ports.free();
        String password;
        try (LauncherRun first = start(data, port)) {
            first.awaitLine("Zaledje is ready", START_MAX);
            List<String> told = first.out().stream()
                    .filter(line -> line.startsWith("Administrator: admin / ")).toList();
            assertThat(told).hasSize(1);
            password = told.get(0).substring("Administrator: admin / ".length()).strip();
            assertThat(password).hasSizeGreaterThanOrEqualTo(16);
            Rest rest = Rest.at("http://localhost:" + port).as("admin", password);
            assertThat(rest.get("/api/v1/functions").json().path("functions").findValuesAsText("id"))
                    .containsExactly(Zaledje.OF_THE_PLATFORM);
            first.process().destroy();
            assertThat(first.awaitExit(STOP_MAX)).isIn(0, 143);
        }
        try (LauncherRun second = start(data, port)) {
            second.awaitLine("Zaledje is ready", START_MAX);
            assertThat(second.out()).noneMatch(line -> line.contains("Administrator") || line.contains(password));
            assertThat(Rest.at("http://localhost:" + port).as("admin", password).get("/api/v1/functions").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void twoInstancesRunOffOneReadOnlyDistribution(@TempDir Path folder) throws Exception {
        Distribution readOnly = new Distribution(folder.resolve("assembly"));
        run("cp", "-r", distribution.folder().toString(), readOnly.folder().toString());
        run("chmod", "-R", "a-w", readOnly.folder().toString());
        // The superuser may write all the same, so what counts is that nobody did.
        Map<Path, FileTime> before = files(readOnly.folder());
        try (Zaledje one = Zaledje.prepared(readOnly); Zaledje other = Zaledje.prepared(readOnly)) {
            one.start();
            other.start();
            one.deploy("notes");

            assertThat(one.rest().get("/api/v1/notes").status()).isEqualTo(200);
            assertThat(other.rest().get("/api/v1/notes").status()).isEqualTo(404);
            assertThat(files(readOnly.folder())).isEqualTo(before);
        } finally {
            run("chmod", "-R", "u+w", readOnly.folder().toString());
        }
    }

    @Test
    void demoHasItsFunctionsAndContentAndEndsCleanly() {
        try (Zaledje demo = Zaledje.startedWithDemo()) {
            demo.awaitFunction("accounting");
            Await.until("demo invoices and entries are there", Duration.ofSeconds(60), () -> {
                assertThat(demo.rest().get("/api/v1/accounting/invoices").json().path("items")).isNotEmpty();
                assertThat(demo.rest().get("/api/v1/accounting/entries").json().path("items")).isNotEmpty();
            });
            assertThat(demo.rest().get("/api/v1/functions/notes").status()).isEqualTo(404);

            demo.run().process().destroy();

            assertThat(demo.run().awaitExit(STOP_MAX)).isIn(0, 143);
            assertThat(demo.run().error()).isEmpty();
        }
    }

    private LauncherRun start(Path data, int port) {
        return LauncherRun.start(distribution, Map.of("ZALEDJE_SSH_PORT", "" + Ports.free()),
                List.of("run", "--port", "" + port, "--data", data.toString()));
    }

    /** Starts what must not start, and gives the one line that it says. */
    private String refused(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--data", data.toString()));
        arguments.addAll(List.of(options));
        if (options.length == 0) {
            arguments.addAll(List.of("--port", "" + Ports.free()));
        }
        try (LauncherRun run = LauncherRun.start(distribution, Map.of(), arguments)) {
            assertThat(run.awaitExit(REFUSAL_MAX)).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.error()).hasSize(1);
            return run.error().get(0);
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).as(String.join(" ", command)).isZero();
    }

    private static Map<Path, FileTime> files(Path folder) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
