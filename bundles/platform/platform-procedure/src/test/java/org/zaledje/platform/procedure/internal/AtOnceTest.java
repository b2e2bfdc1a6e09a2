package org.zaledje.platform.procedure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.testkit.Engine;

/** Two people at the same task at the same moment. */
class AtOnceTest {

    private static final int ROUNDS = 15;
    private static final Wording TITLE = Wording.of("Approve", "Odobri");

    private final ExecutorService both = Executors.newFixedThreadPool(2);

    private static Step approval(String key) {
        return Step.approval(key, TITLE, Candidate.permission(TestProcedures.APPROVE));
    }

    @AfterEach
    void stop() {
        both.shutdownNow();
    }

    /** What came of it, empty when it was done. */
    private static String decide(TestProcedures at, String user, UUID task, Decision decision) {
        return at.as(user, () -> at.tasks.decideAll(List.of(task), decision, "because").get(0).problem()
                .map(ProblemException::code).orElse(""));
    }

    private static String claim(TestProcedures at, String user, UUID task) {
        return at.as(user, () -> {
            try {
                at.tasks.claim(task);
                return "";
            } catch (ProblemException e) {
                return e.code();
            }
        });
    }

    private List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<String>> results = Stream.of(one, other).map(work -> both.submit(() -> {
            start.await();
            return work.call();
        })).toList();
        return List.of(results.get(0).get(), results.get(1).get());
    }

    @ParameterizedTest
    @EnumSource
    void oneDecisionCountsAndTheOtherIsTold(Engine engine) throws Exception {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            for (int i = 0; i < ROUNDS; i++) {
                String order = "d" + i;
                at.start("maja", order, "1");
                UUID task = at.task("ana", "check").id();
                List<String> told = together(() -> decide(at, "ana", task, Decision.REJECT), () -> decide(at, "bor", task, Decision.APPROVE));
                assertEquals(Set.of("", "task.not-found"), Set.copyOf(told));
                assertEquals(1, at.run(order).decisions().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoApprovalsAtOnceAreTwo(Engine engine) throws Exception {
        try (TestProcedures at = new TestProcedures(engine, approval("check").approvedBy(2))) {
            for (int i = 0; i < ROUNDS; i++) {
                String order = "a" + i;
                at.start("maja", order, "1");
                UUID task = at.task("ana", "check").id();
                assertEquals(List.of("", ""),
                        together(() -> decide(at, "ana", task, Decision.APPROVE), () -> decide(at, "bor", task, Decision.APPROVE)));
                assertEquals(ProcedureRun.State.APPROVED, at.run(order).state());
            }
            assertEquals(ROUNDS, at.events.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoClaimsWhileAnotherDecidesOfTwoStepsIsTold(Engine engine) throws Exception {
        try (TestProcedures at = new TestProcedures(engine, approval("one"), approval("other"))) {
            for (int i = 0; i < ROUNDS; i++) {
                String order = "c" + i;
                at.start("maja", order, "1");
                UUID one = at.task("ana", "one").id();
                UUID other = at.task("ana", "other").id();
                List<String> told = together(() -> decide(at, "ana", one, Decision.REJECT), () -> claim(at, "bor", other));
                assertEquals("", told.get(0));
                assertTrue(Set.of("", "task.not-found").contains(told.get(1)), told.get(1));
                assertEquals(ProcedureRun.State.REJECTED, at.run(order).state());
                assertEquals(List.of(), Stream.of("ana", "bor").flatMap(user -> at.told(user).stream()).collect(Collectors.toList()));
                assertEquals(Optional.empty(), at.run(order).steps().stream().flatMap(step -> step.task().stream()).findFirst());
            }
        }
    }
}
