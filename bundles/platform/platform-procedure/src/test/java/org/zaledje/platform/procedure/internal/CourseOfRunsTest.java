package org.zaledje.platform.procedure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zaledje.platform.procedure.internal.TestProcedures.APPROVE;
import static org.zaledje.platform.procedure.internal.TestProcedures.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.DecisionRecord;
import org.zaledje.platform.procedure.Condition.Relation;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.StepStanding;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.testkit.Engine;

class CourseOfRunsTest {

    private static final Wording TITLE = Wording.of("Approve", "Odobri");
    private static final Candidate APPROVERS = Candidate.permission(APPROVE);

    private static Step approval(String key) {
        return Step.approval(key, TITLE, APPROVERS);
    }

    private static Step byTwoOthers() {
        return approval("approve").approvedBy(2).byOthersThan(Step.STARTER).when("amount", Relation.MORE, "1000");
    }

    private static ProblemException refused(Runnable work) {
        return assertThrows(ProblemException.class, work::run);
    }

    private static void decide(TestProcedures at, String user, String step, Decision decision) {
        Task task = at.task(user, step);
        at.as(user, () -> {
            at.tasks.decide(task.id(), decision, decision == Decision.APPROVE || decision == Decision.DONE ? "" : "because");
            return task;
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOverTheAmountIsApprovedAtOnce(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, byTwoOthers())) {
            assertFalse(at.as("maja", () -> at.procedures.asks(TestProcedures.TYPE, TestProcedures.facts("1000.00"))));
            assertTrue(at.as("maja", () -> at.procedures.asks(TestProcedures.TYPE, TestProcedures.facts("1000.01"))));
            assertEquals(ProcedureRun.State.APPROVED, at.start("maja", "1", "1000.00").state());
            assertEquals(List.of("procedures.run.approved 1 "), at.events);
            assertEquals(ProcedureRun.State.RUNNING, at.start("maja", "2", "1000.01").state());
            assertEquals(List.of("2 approve"), at.told("ana"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDifferentPeopleApproveAndNeitherHasStartedItNorMadeTheRecord(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, byTwoOthers())) {
            at.as("ana", () -> at.procedures.start(TestProcedures.TYPE, order("1"), "Order 1", TestProcedures.facts("2000"), Set.of("bor")));
            assertEquals(List.of(), at.told("ana"));
            assertEquals(List.of(), at.told("bor"));
            decide(at, "cene", "approve", Decision.APPROVE);
            assertEquals(List.of(), at.told("cene"), "once is once");
            assertEquals(Optional.empty(), at.as("cene", () -> at.tasks.find(at.task("root", "approve").id())));
            assertEquals(ProcedureRun.State.RUNNING, at.run("1").state());
            decide(at, "root", "approve", Decision.APPROVE);
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
            assertEquals(List.of("cene", "root"), at.run("1").decisions().stream().map(each -> each.by()).toList());
            assertEquals(List.of("procedures.run.start", "procedures.task.approve", "procedures.task.approve"),
                    at.audited.stream().map(Change::action).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMustNotDecideIsToldSoEvenWhenTheTaskIsGivenToThem(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, byTwoOthers())) {
            at.start("ana", "1", "2000");
            Task task = at.task("bor", "approve");
            assertEquals("security.separation-of-duties", refused(() -> at.as("bor", () -> at.tasks.delegate(task.id(), "ana"))).code());
            assertEquals("security.separation-of-duties", refused(() -> at.as("ana", () -> at.tasks.claim(task.id()))).code());
            assertEquals(Kind.NOT_FOUND, refused(() -> at.as("maja", () -> at.tasks.claim(task.id()))).kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void stepsWaitForEachOtherAndAreLeftOutWhenTheirConditionsDoNotHold(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"),
                approval("board").after("check").when("amount", Relation.AT_LEAST, "5000").when("supplier", Relation.NOT_EQUAL, "Petrol"),
                Step.work("pay", TITLE, APPROVERS).after("board").when("needed", Relation.LESS, "2027-01-01"))) {
            at.start("maja", "1", "9000");
            assertEquals(List.of("1 check"), at.told("ana"));
            assertEquals(List.of(StepStanding.State.OPEN, StepStanding.State.WAITING, StepStanding.State.WAITING),
                    at.run("1").steps().stream().map(StepStanding::state).toList());
            decide(at, "ana", "check", Decision.APPROVE);
            assertEquals(List.of("1 pay"), at.told("ana"));
            assertEquals("task.decision-unfit", refused(() -> decide(at, "ana", "pay", Decision.APPROVE)).violations().get(0).rule());
            decide(at, "ana", "pay", Decision.DONE);
            assertEquals(List.of(StepStanding.State.DONE, StepStanding.State.LEFT_OUT, StepStanding.State.DONE),
                    at.run("1").steps().stream().map(StepStanding::state).toList());
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectingTakesAReasonAndEndsEverything(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("one"), approval("other"))) {
            at.start("maja", "1", "1");
            Task task = at.task("ana", "one");
            assertEquals("task.reason-missing", refused(() -> at.as("ana", () -> {
                at.tasks.decide(task.id(), Decision.REJECT, " ");
                return 0;
            })).violations().get(0).rule());
            decide(at, "ana", "one", Decision.REJECT);
            assertEquals(List.of("procedures.run.rejected 1 because"), at.events);
            assertEquals(List.of(), at.told("bor"));
            assertEquals(ProcedureRun.State.REJECTED, at.run("1").state());
            assertEquals(ProcedureRun.State.RUNNING, at.start("maja", "1", "1").state(), "and it may be sent anew");
            assertEquals("procedure.under-way", refused(() -> at.start("maja", "1", "1")).code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGivenBackIsMendedByWhoHasStartedItAndAllOfItBeginsAnew(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"), approval("board").after("check"))) {
            at.start("maja", "1", "1");
            decide(at, "ana", "check", Decision.APPROVE);
            decide(at, "bor", "board", Decision.RETURN);
            assertEquals(List.of(), at.told("ana"));
            assertEquals(List.of("1 " + Step.STARTER), at.told("maja"));
            assertEquals(ProcedureRun.State.RETURNED, at.run("1").state());
            assertEquals(Kind.FORBIDDEN, refused(() ->
                    at.as("bor", () -> at.procedures.resume(order("1"), "x", TestProcedures.facts("2")))).kind());
            ProcedureRun again = at.as("maja", () -> at.procedures.resume(order("1"), "Mended", TestProcedures.facts("2")));
            assertEquals("Mended", again.subject());
            assertEquals(List.of("1 check"), at.told("ana"));
            assertEquals(List.of(), at.told("maja"));
            assertEquals(List.of(0, 0, 0), again.decisions().stream().map(each -> each.again()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoClaimsATaskTakesItOutOfTheOthersInboxesUntilItIsReleased(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.start("maja", "1", "1");
            Task task = at.task("ana", "check");
            assertEquals(Optional.of("tests/orders/1"), task.page());
            assertEquals(Optional.of("ana"), at.as("ana", () -> at.tasks.claim(task.id())).assignee());
            assertEquals(List.of(), at.told("bor"));
            ProblemException taken = refused(() -> at.as("bor", () -> at.tasks.claim(task.id())));
            assertEquals("task.taken", taken.code());
            assertEquals(Kind.CONFLICT, taken.kind());
            assertEquals("task.taken", refused(() -> decideAs(at, "bor", task)).code());
            at.as("ana", () -> at.tasks.release(task.id()));
            assertEquals(List.of("1 check"), at.told("bor"));
            assertEquals(new Tasks.Count(1, 0), at.as("bor", () -> at.tasks.count()));
        }
    }

    private static Object decideAs(TestProcedures at, String user, Task task) {
        return at.as(user, () -> {
            at.tasks.decide(task.id(), Decision.APPROVE, "");
            return task;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTaskIsDelegatedToAColleagueWhoIsNoCandidate(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.start("ana", "1", "1");
            Task task = at.task("bor", "check");
            assertEquals("task.colleague-unknown",
                    refused(() -> at.as("bor", () -> at.tasks.delegate(task.id(), "nobody"))).violations().get(0).rule());
            at.as("bor", () -> at.tasks.delegate(task.id(), "maja"));
            assertEquals(List.of(), at.told("bor"));
            decide(at, "maja", "check", Decision.APPROVE);
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSubstituteDecidesInPlaceAndIsBoundByWhatBindsTheOther(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, byTwoOthers())) {
            LocalDate today = LocalDate.of(2026, 11, 27);
            at.as("ana", () -> at.substitutions.add("ana", "maja", today, today.plusDays(3)));
            at.start("bor", "1", "2000");
            assertEquals(List.of("1 approve"), at.told("maja"));
            decide(at, "maja", "approve", Decision.APPROVE);
            assertEquals(Optional.of("ana"), at.run("1").decisions().get(0).inPlaceOf());
            assertEquals(List.of(), at.told("ana"), "what was approved in her place is approved by her");
            at.start("ana", "2", "2000");
            assertEquals(List.of(), at.told("maja"), "she may not approve in place of who has started it");
            at.elapse(Duration.ofDays(4));
            at.start("bor", "3", "2000");
            assertEquals(List.of(), at.told("maja"), "it is over");
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsKeepTheVersionThatTheyHaveBegunWith(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.start("maja", "1", "1");
            at.as("root", () -> at.procedures.publish(TestProcedures.TYPE, ExpectedVersion.of(1),
                    TestProcedures.plan(approval("first"), approval("second").after("first"))));
            assertEquals(Kind.CHANGED_MEANWHILE, refused(() -> at.as("root", () ->
                    at.procedures.publish(TestProcedures.TYPE, ExpectedVersion.of(1), TestProcedures.plan(approval("x"))))).kind());
            at.start("maja", "2", "1");
            assertEquals(List.of("1 check", "2 first"), at.told("ana"));
            decide(at, "ana", "check", Decision.APPROVE);
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
            assertEquals(List.of(2L, 1L), at.as("root", () -> at.procedures.versions(TestProcedures.TYPE)).stream()
                    .map(each -> each.version()).toList());
            at.suggest(approval("of-the-next-release"));
            at.start("maja", "3", "1");
            assertEquals(List.of("2 first", "3 first"), at.told("ana"), "what an administrator made stays");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueIsCountedInWorkingTimeAndEscalatesOnceItIsOver(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check").due(Duration.ofHours(2), Candidate.user("zala")))) {
            at.may("zala");
            at.start("maja", "1", "1");
            assertEquals(Optional.of(Instant.parse("2026-11-30T08:00:00Z")), at.task("ana", "check").dueAt(),
                    "an hour on Friday, one on Monday");
            at.elapse(Duration.ofHours(48));
            assertEquals(0, at.as("root", () -> at.escalation.escalate()));
            at.elapse(Duration.ofHours(18));
            assertEquals(1, at.as("root", () -> at.escalation.escalate()));
            assertEquals(0, at.as("root", () -> at.escalation.escalate()));
            assertEquals(List.of("1 check"), at.told("ana"));
            assertEquals(List.of("1 check"), at.told("zala"));
            assertTrue(at.task("zala", "check").escalated());
            at.elapse(Duration.ofSeconds(1));
            assertEquals(new Tasks.Count(1, 1), at.as("zala", () -> at.tasks.count()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOverdueTaskThatSomebodyKeepsIsTheOthersToo(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check").due(Duration.ofHours(1), Candidate.user("zala")))) {
            at.may("zala");
            at.start("maja", "1", "1");
            Task task = at.task("ana", "check");
            at.as("ana", () -> at.tasks.claim(task.id()));
            at.elapse(Duration.ofDays(4));
            at.as("root", () -> at.escalation.escalate());
            decide(at, "zala", "check", Decision.APPROVE);
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalAreDecidedEachForItself(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, byTwoOthers())) {
            at.start("bor", "1", "2000");
            at.start("ana", "2", "2000");
            at.start("bor", "3", "2000");
            List<UUID> all = List.of(at.task("cene", "approve").id(), at.inbox("cene").get(1).id(), at.inbox("cene").get(2).id(), new UUID(9, 9));
            List<Tasks.Outcome> outcomes = at.as("ana", () -> at.tasks.decideAll(all, Decision.APPROVE, ""));
            assertEquals(all, outcomes.stream().map(Tasks.Outcome::task).toList());
            assertEquals(List.of("", "security.separation-of-duties", "", "task.not-found"), outcomes.stream()
                    .map(each -> each.problem().map(ProblemException::code).orElse("")).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunOutlivesItsFunctionAndGoesOnWhenItReturns(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"), approval("board").after("check"))) {
            at.start("maja", "1", "1");
            at.removeFunction();
            assertEquals(Optional.empty(), at.task("ana", "check").page());
            decide(at, "ana", "check", Decision.APPROVE);
            at.suggest(approval("other"));
            decide(at, "ana", "board", Decision.APPROVE);
            assertEquals(ProcedureRun.State.APPROVED, at.run("1").state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProcedureThatIsSwitchedOffAsksForNothing(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.as("root", () -> at.procedures.publish(TestProcedures.TYPE, ExpectedVersion.any(), new ProcedurePlan(TITLE, false,
                    List.of(approval("check")))));
            assertFalse(at.as("maja", () -> at.procedures.asks(TestProcedures.TYPE, TestProcedures.facts("1"))));
            assertEquals(ProcedureRun.State.APPROVED, at.start("maja", "1", "1").state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenBackIsNobodysTask(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.start("maja", "1", "1");
            assertEquals(Kind.FORBIDDEN, refused(() -> at.as("ana", () -> {
                at.procedures.withdraw(order("1"), "no");
                return 0;
            })).kind());
            assertEquals(Kind.RULES_BROKEN, refused(() -> at.as("maja", () -> {
                at.procedures.withdraw(order("1"), "x".repeat(DecisionRecord.COMMENT_LENGTH_MAX + 1));
                return 0;
            })).kind());
            at.as("maja", () -> {
                at.procedures.withdraw(order("1"), "a mistake");
                return 0;
            });
            assertEquals(List.of(), at.told("ana"));
            assertEquals(List.of("procedures.run.withdrawn 1 a mistake"), at.events);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherCompanyKnowsNothingOfIt(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            at.start("maja", "1", "1");
            Task task = at.task("ana", "check");
            at.work(new UUID(2, 2));
            assertEquals(List.of(), at.told("ana"));
            assertEquals(Kind.NOT_FOUND, refused(() -> decideAs(at, "ana", task)).kind());
            assertEquals(Optional.empty(), at.as("root", () -> at.procedures.latest(order("1"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleOfAPlanIsTold(Engine engine) {
        try (TestProcedures at = new TestProcedures(engine, approval("check"))) {
            ProblemException told = refused(() -> at.as("root", () -> at.procedures.publish(TestProcedures.TYPE, ExpectedVersion.any(),
                    TestProcedures.plan(approval("a").after("b"), approval("b").after("a"), approval("No good"),
                            approval("c").when("colour", Relation.EQUAL, "red").when("amount", Relation.MORE, "much"),
                            approval("d").when("supplier", Relation.MORE, "x")))));
            assertEquals(List.of("procedure.key", "procedure.fact-unknown", "procedure.value", "procedure.relation", "procedure.circle"),
                    told.violations().stream().map(each -> each.rule()).toList());
            assertEquals(1, at.as("root", () -> at.procedures.current(TestProcedures.TYPE)).orElseThrow().version());
        }
    }
}
