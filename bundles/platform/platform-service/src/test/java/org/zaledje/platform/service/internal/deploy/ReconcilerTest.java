package org.zaledje.platform.service.internal.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.service.internal.TestClock;

class ReconcilerTest {

    @TempDir
    private Path home;

    private final TestClock clock = new TestClock();
    private final RecordingRuntime runtime = new RecordingRuntime();
    private final TrafficGate gate = new TrafficGate(Duration.ofMillis(20));
    private Path deploy;
    private DeploymentBoard board;
    private Reconciler reconciler;

    @BeforeEach
    void start() throws IOException {
        deploy = Files.createDirectories(home.resolve("deploy"));
        board = new DeploymentBoard(clock, () -> { });
        Ledger ledger = new Ledger(home.resolve("ledger.properties"));
        reconciler = new Reconciler(home.resolve("kar"), ledger, runtime, board, clock, gate,
                new ArchiveHistory(home.resolve("previous")), new StoppedFunctions(deploy));
    }

    private Duration pass() throws Exception {
        return reconciler.pass(ArchiveFile.in(deploy));
    }

    private void passUntilSettled() throws Exception {
        for (int i = 0; i < 10 && pass().isZero(); i++) {
            assertTrue(i < 9, "does not settle: " + runtime.calls);
        }
    }

    private Map<String, State> states() {
        return board.deployments().stream().collect(Collectors.toMap(Deployment::file, Deployment::state));
    }

    private String problem(String file) {
        return board.deployments().stream()
                .filter(deployment -> deployment.file().equals(file))
                .findFirst().orElseThrow()
                .problem().orElseThrow().in(Locale.ENGLISH);
    }

    private Path kar(String file, String feature, String version) throws IOException {
        return Kars.write(deploy.resolve(file), feature, version, "1");
    }

    @Test
    void anArchiveComesAndGoes() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
        assertEquals(Set.of("a/1.0.0"), runtime.present());

        Files.delete(deploy.resolve("a.kar"));
        passUntilSettled();
        assertEquals(Map.of(), states());
        assertEquals(Set.of(), runtime.present());
        assertFalse(Files.exists(home.resolve("kar/a")));
    }

    @Test
    void nothingIsDoneTwice() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        passUntilSettled();
        assertEquals(List.of("install a/1.0.0"), runtime.calls);
    }

    @Test
    void aChangedArchiveOfTheSameVersionIsInstalledAnew() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        Kars.write(deploy.resolve("a.kar"), "a", "1.0.0", "other content");
        passUntilSettled();
        assertEquals(List.of("install a/1.0.0", "prepare a/1.0.0", "remove a/1.0.0", "install a/1.0.0"), runtime.calls);
    }

    @Test
    void theHigherVersionServesAndTheOtherComesBackWhenItGoes() throws Exception {
        kar("a-9.kar", "a", "0.9.0");
        passUntilSettled();
        kar("a-10.kar", "a", "0.10.0");
        passUntilSettled();
        assertEquals(Map.of("a-9.kar", State.SUPERSEDED, "a-10.kar", State.INSTALLED), states());
        assertEquals(Set.of("a/0.10.0"), runtime.present());

        Files.delete(deploy.resolve("a-10.kar"));
        passUntilSettled();
        assertEquals(Map.of("a-9.kar", State.INSTALLED), states());
        assertEquals(Set.of("a/0.9.0"), runtime.present());
    }

    @Test
    void whenTheHigherVersionFailsTheLowerOneServes() throws Exception {
        kar("a-1.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.failing.add("a/2.0.0");
        kar("a-2.kar", "a", "2.0.0");
        passUntilSettled();
        assertEquals(Map.of("a-1.kar", State.INSTALLED, "a-2.kar", State.FAILED), states());
        assertEquals(Set.of("a/1.0.0"), runtime.present());
        assertEquals("a/2.0.0 does not start Version 1.0.0 serves again.", problem("a-2.kar"));
    }

    @Test
    void aFailureHurtsNoOtherAndIsTriedAgainWhenTheFileChanges() throws Exception {
        runtime.failing.add("a/1.0.0");
        kar("a.kar", "a", "1.0.0");
        kar("b.kar", "b", "1.0.0");
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.FAILED, "b.kar", State.INSTALLED), states());
        passUntilSettled();
        assertEquals(1, runtime.calls.stream().filter("install a/1.0.0"::equals).count());

        runtime.failing.clear();
        Files.setLastModifiedTime(deploy.resolve("a.kar"), FileTime.fromMillis(1_000_000));
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED, "b.kar", State.INSTALLED), states());
    }

    @Test
    void aHalfCopiedArchiveIsWaitedForAndABrokenOneFailsAfterASecond() throws Exception {
        byte[] whole = Files.readAllBytes(kar("a.kar", "a", "1.0.0"));
        Files.write(deploy.resolve("a.kar"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(pass().compareTo(Candidates.SETTLED) < 0);
        assertEquals(Map.of(), states());
        clock.advance(Candidates.SETTLED);
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.FAILED), states());
        assertTrue(problem("a.kar").contains("can't be read"));

        Files.write(deploy.resolve("a.kar"), whole);
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
    }

    @Test
    void aBrokenCopyTakesNoFunctionAway() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        Files.writeString(deploy.resolve("a.kar"), "broken");
        passUntilSettled();
        clock.advance(Candidates.SETTLED);
        passUntilSettled();
        passUntilSettled();
        assertEquals(Set.of("a/1.0.0"), runtime.present());
        assertEquals(Map.of("a.kar", State.FAILED), states());
        assertTrue(problem("a.kar").contains("version 1.0.0, runs on"));
    }

    @Test
    void afterARestartOnlyDifferencesAreActedUpon() throws Exception {
        kar("a.kar", "a", "1.0.0");
        kar("b.kar", "b", "1.0.0");
        passUntilSettled();
        runtime.calls.clear();
        Files.delete(deploy.resolve("b.kar"));
        kar("c.kar", "c", "1.0.0");
        start();
        passUntilSettled();
        assertEquals(List.of("remove b/1.0.0", "install c/1.0.0"), runtime.calls);
        assertEquals(Map.of("a.kar", State.INSTALLED, "c.kar", State.INSTALLED), states());
    }

    @Test
    void whatWasBegunWhenTheProcessWasKilledIsDoneAnew() throws Exception {
        Archive archive = ArchiveReader.read(kar("a.kar", "a", "1.0.0"));
        new Ledger(home.resolve("ledger.properties")).put(new Installation("a.kar", archive, false));
        start();
        passUntilSettled();
        assertEquals(List.of("remove a/1.0.0", "install a/1.0.0"), runtime.calls);
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
    }

    @Test
    void whatTheContainerHasLostIsInstalledAgain() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.forgetAll();
        start();
        passUntilSettled();
        assertEquals(Set.of("a/1.0.0"), runtime.present());
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
    }

    @Test
    void aFunctionThatStopsRunningIsShownSoUntilItRunsAgain() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.stopped.add("a/1.0.0");
        passUntilSettled();
        assertEquals("a/1.0.0 is stopped", problem("a.kar"));
        runtime.stopped.clear();
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
        assertEquals(List.of("install a/1.0.0"), runtime.calls);
    }

    @Test
    void aRemovalThatFailsIsTriedAgain() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.stuck.add("a/1.0.0");
        Files.delete(deploy.resolve("a.kar"));
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
        runtime.stuck.clear();
        passUntilSettled();
        assertEquals(Map.of(), states());
        assertEquals(Set.of(), runtime.present());
    }

    @Test
    void anExchangeIsPreparedWhileTheOlderVersionServes() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        kar("a.kar", "a", "2.0.0");
        passUntilSettled();
        assertEquals(List.of("install a/1.0.0", "prepare a/2.0.0", "exchange", "remove a/1.0.0", "install a/2.0.0"),
                runtime.calls);
        gate.enter("a").close();
    }

    @Test
    void whatCanNotBeStoppedIsExchangedWhenItCan() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.stuck.add("a/1.0.0");
        kar("a.kar", "a", "2.0.0");
        pass();
        assertEquals(Set.of("a/1.0.0"), runtime.present());
        assertEquals(Map.of("a.kar", State.INSTALLING), states());

        runtime.stuck.clear();
        passUntilSettled();
        assertEquals(Set.of("a/2.0.0"), runtime.present());
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
    }

    @Test
    void anExchangeDuringWhichTheProcessWasKilledIsMadeAnew() throws Exception {
        kar("a-1.kar", "a", "1.0.0");
        passUntilSettled();
        Ledger ledger = new Ledger(home.resolve("ledger.properties"));
        ledger.put(ledger.find("a-1.kar").orElseThrow().withComplete(false));
        Archive newer = ArchiveReader.read(kar("a-2.kar", "a", "2.0.0"));
        ledger.put(new Installation("a-2.kar", newer, false));

        start();
        passUntilSettled();
        assertEquals(Set.of("a/2.0.0"), runtime.present());
        assertEquals(Map.of("a-1.kar", State.SUPERSEDED, "a-2.kar", State.INSTALLED), states());
        assertEquals(1, new Ledger(home.resolve("ledger.properties")).installations().size());
    }

    @Test
    void anExchangeThatCanNotBePreparedLeavesTheOlderVersionUntouched() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.unprepared.add("a/2.0.0");
        kar("a.kar", "a", "2.0.0");
        passUntilSettled();
        passUntilSettled();
        assertEquals(List.of("install a/1.0.0", "prepare a/2.0.0"), runtime.calls);
        assertEquals(Map.of("a.kar", State.FAILED), states());
        assertTrue(problem("a.kar").contains("can't migrate"));
        assertTrue(problem("a.kar").contains("version 1.0.0, runs on"));
        gate.enter("a").close();
    }

    @Test
    void aVersionThatDoesNotComeUpGivesWayToTheOneBeforeThoughItsFileIsGone() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.broken.add("a/2.0.0");
        kar("a.kar", "a", "2.0.0");
        passUntilSettled();
        passUntilSettled();
        assertEquals(Set.of("a/1.0.0"), runtime.present());
        assertEquals("a/2.0.0 throws. Version 1.0.0 serves again.", problem("a.kar"));
        gate.enter("a").close();
    }

    @Test
    void whileTheNewVersionStartsRequestsAreHeld() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.blocked.add("a/2.0.0");
        kar("a.kar", "a", "2.0.0");
        pass();
        assertEquals(Map.of("a.kar", State.INSTALLING), states());
        assertThrows(ProblemException.class, () -> gate.enter("a"));
        kar("b.kar", "b", "1.0.0");
        pass();
        assertEquals(State.INSTALLED, states().get("b.kar"));

        runtime.blocked.clear();
        passUntilSettled();
        gate.enter("a").close();
        assertEquals(State.INSTALLED, states().get("a.kar"));
    }

    @Test
    void whatClaimsTheIdOfAnotherIsSetAside() throws Exception {
        runtime.claims.add("a/1.0.0");
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.FAILED), states());
        assertEquals(Set.of(), runtime.present());
        assertTrue(problem("a.kar").contains("another function offers already"));
    }

    @Test
    void whatRunsInPlaceOfABrokenFileIsShownWhenItIsStopped() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        Files.writeString(deploy.resolve("a.kar"), "broken");
        passUntilSettled();
        clock.advance(Candidates.SETTLED);
        passUntilSettled();
        new StoppedFunctions(deploy).add(new FeatureId("a", "1.0.0"));
        passUntilSettled();
        assertTrue(runtime.isHalted("a/1.0.0"));
        assertEquals(Map.of("a.kar", State.STOPPED), states());

        new StoppedFunctions(deploy).remove(new FeatureId("a", "1.0.0"));
        passUntilSettled();
        assertFalse(runtime.isHalted("a/1.0.0"));
        assertEquals(Map.of("a.kar", State.FAILED), states());
    }

    @Test
    void whatRunsInPlaceOfAVersionThatFailedIsShownWhenItIsStopped() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        runtime.unprepared.add("a/2.0.0");
        kar("a.kar", "a", "2.0.0");
        passUntilSettled();
        new StoppedFunctions(deploy).add(new FeatureId("a", "2.0.0"));
        passUntilSettled();
        assertTrue(runtime.isHalted("a/1.0.0"));
        assertEquals(Map.of("a.kar", State.STOPPED), states());

        new StoppedFunctions(deploy).remove(new FeatureId("a", "2.0.0"));
        passUntilSettled();
        assertFalse(runtime.isHalted("a/1.0.0"));
        assertEquals(Map.of("a.kar", State.FAILED), states());
    }

    @Test
    void whatIsStoppedStaysStoppedOverRestartsAndUpdates() throws Exception {
        kar("a.kar", "a", "1.0.0");
        passUntilSettled();
        StoppedFunctions stopped = new StoppedFunctions(deploy);
        stopped.add(new FeatureId("a", "1.0.0"));
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.STOPPED), states());
        assertTrue(runtime.isHalted("a/1.0.0"));

        start();
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.STOPPED), states());
        kar("a.kar", "a", "2.0.0");
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.STOPPED), states());
        assertTrue(runtime.isHalted("a/2.0.0"));

        stopped.remove(new FeatureId("a", "2.0.0"));
        passUntilSettled();
        assertEquals(Map.of("a.kar", State.INSTALLED), states());
        assertFalse(runtime.isHalted("a/2.0.0"));
    }
}
