package org.zaledje.platform.service.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.identity.ThreadCallers;

@Timeout(60)
class HotDeployerTest {

    @TempDir
    private Path home;

    private final RecordingRuntime runtime = new RecordingRuntime();
    private HotDeployer deployer;

    @BeforeEach
    void start() throws IOException {
        Path functions = Files.createDirectories(home.resolve("functions"));
        Kars.write(functions.resolve("zaledje-notes-0.1.0.kar"), "zaledje-notes", "0.1.0", "");
        Kars.write(functions.resolve("zaledje-notes-0.2.0.kar"), "zaledje-notes", "0.2.0", "");
        Kars.write(functions.resolve("zaledje-hr-0.1.0.kar"), "zaledje-hr", "0.1.0", "");
        Files.writeString(functions.resolve("README.txt"), "no archive");
        deployer = new HotDeployer(new PlatformHome(Map.of(
                "zaledje.data", home.toString(),
                "karaf.data", home.resolve("karaf").toString(),
                "zaledje.functions", functions.toString())::get), Clock.systemUTC(), runtime, new TrafficGate(),
                new ThreadCallers());
    }

    @AfterEach
    void stop() throws InterruptedException {
        deployer.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shippedFunctionsAreInstalledAndRemovedByName() {
        assertEquals(List.of("hr", "notes"), deployer.shipped());
        Deployment installed = deployer.install("notes");
        assertEquals(State.INSTALLED, installed.state());
        assertEquals("zaledje-notes-0.2.0.kar", installed.file());
        assertEquals(Set.of("zaledje-notes/0.2.0"), runtime.present());
        assertEquals(State.INSTALLED, deployer.install("notes").state());

        deployer.uninstall("notes");
        assertEquals(List.of(), deployer.deployments());
        assertEquals(Set.of(), runtime.present());
    }

    @Test
    void aFailureIsTheOutcomeAndInstallingAgainTriesAgain() {
        runtime.failing.add("zaledje-hr/0.1.0");
        assertEquals(State.FAILED, deployer.install("hr").state());
        runtime.failing.clear();
        assertEquals(State.INSTALLED, deployer.install("hr").state());
    }

    @Test
    void whatIsNotThereIsToldSo() {
        assertEquals(Kind.NOT_FOUND, assertThrows(ProblemException.class, () -> deployer.install("../etc")).kind());
        assertEquals(Kind.NOT_FOUND, assertThrows(ProblemException.class, () -> deployer.uninstall("notes")).kind());
    }

    @Test
    void aFileThatIsDroppedAndDeletedIsNoticedAtOnceAndTold() throws IOException {
        AtomicInteger told = new AtomicInteger();
        deployer.addListener(told::incrementAndGet);
        deployer.addListener(() -> {
            throw new IllegalStateException("a listener's fault");
        });
        await(deployer::isReconciled);
        long start = System.nanoTime();
        Path file = Kars.write(home.resolve("deploy/fleet.kar"), "acme-fleet", "1.0.0", "");
        await(() -> runtime.present().contains("acme-fleet/1.0.0"));
        Files.delete(file);
        await(() -> deployer.deployments().isEmpty());
        assertTrue(System.nanoTime() - start < 4_000_000_000L, "slower than the operating system's events");
        assertTrue(told.get() >= 2);
    }

    @Test
    void theFolderIsMadeAgainWhenItIsDeleted() throws IOException {
        await(deployer::isReconciled);
        Files.delete(home.resolve("deploy"));
        await(() -> Files.exists(home.resolve("deploy")));
        assertEquals(State.INSTALLED, deployer.install("hr").state());
    }

    @Test
    void aVersionIsRolledBackToTheOneBefore() throws IOException {
        deployer.install("hr");
        Path newer = Kars.write(home.resolve("newer"), "zaledje-hr", "0.2.0", "");
        try (InputStream content = Files.newInputStream(newer)) {
            assertEquals(State.INSTALLED, deployer.install("hr.kar", content).state());
        }
        assertEquals(Set.of("zaledje-hr/0.2.0"), runtime.present());
        assertEquals(Optional.of("0.1.0"), deployer.previousVersion("hr"));

        Deployment back = deployer.rollback("hr");

        assertEquals(State.INSTALLED, back.state());
        assertEquals(Optional.of("0.1.0"), back.version());
        await(() -> runtime.present().equals(Set.of("zaledje-hr/0.1.0")));
        assertEquals(Optional.empty(), deployer.previousVersion("hr"));
        assertEquals(Kind.CONFLICT, assertThrows(ProblemException.class, () -> deployer.rollback("hr")).kind());
    }

    @Test
    void aFunctionIsStoppedAndStarted() {
        deployer.install("hr");
        deployer.stop("hr");
        assertEquals(List.of(State.STOPPED), deployer.deployments().stream().map(Deployment::state).toList());
        assertEquals(State.INSTALLED, deployer.start("hr").state());
    }

    @Test
    void aNameThatIsNoneOfAnArchiveIsRefused() {
        for (String name : List.of("../hr.kar", ".hr.kar", "hr.jar", "")) {
            assertEquals(Kind.RULES_BROKEN, assertThrows(ProblemException.class,
                    () -> deployer.install(name, InputStream.nullInputStream())).kind());
        }
    }

    @Test
    void whatIsSentAndIsNoArchiveIsRefusedAndNotKept() throws IOException {
        ProblemException refused = assertThrows(ProblemException.class,
                () -> deployer.install("hr.kar", new ByteArrayInputStream("no archive".getBytes(UTF_8))));
        assertEquals(Kind.RULES_BROKEN, refused.kind());
        try (var files = Files.list(home.resolve("deploy"))) {
            assertEquals(List.of(), files.toList());
        }
        assertEquals(List.of(), deployer.deployments());
    }
}
