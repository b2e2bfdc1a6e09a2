package org.zaledje.platform.service.internal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.JobRunInfo.Trigger;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.job.JobStoppedException;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.platform.service.internal.node.ThisNode;
import org.zaledje.testkit.Engine;

class JobSchedulerTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Caller ADMIN = new Caller("ana", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH).in(new UUID(4, 2));

    private final Clock clock = Clock.systemUTC();
    private final IdSource ids = new TimeOrderedIds(clock);
    private final ThreadCallers callers = new ThreadCallers();
    private final List<Change> audit = new CopyOnWriteArrayList<>();

    /** One node on a database. */
    private final class Node implements AutoCloseable {

        private final ThisNode node;
        private final JobScheduler scheduler;
        private final StoredJobs jobs;

        private Node(JtaDatabase database, Duration lease) {
            node = new ThisNode(ids.next(), ids.next(), "test", database.plain(), lease);
            node.beat();
            scheduler = new JobScheduler(database.pooled(), database.transactions(), node, lease, callers, ids, clock);
            jobs = new StoredJobs(scheduler, database.transactions(), callers, audit::add, ids, clock);
        }

        private UUID start(String job) {
            return asAdmin(() -> jobs.start(job, Map.of("month", "2026-01 & more")));
        }

        private JobRunInfo run(UUID id) {
            return asAdmin(() -> jobs.run(id).orElseThrow());
        }

        private List<JobRunInfo> history(String job) {
            return asAdmin(() -> jobs.history(job, PageRequest.first(100)).items());
        }

        @Override
        public void close() throws Exception {
            scheduler.close();
        }
    }

    private <T> T asAdmin(java.util.concurrent.Callable<T> work) {
        try {
            return callers.callAs(ADMIN, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachTimeHasOneRunOnOneOfTwoNodes(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node a = new Node(database, NEVER); Node b = new Node(database, NEVER)) {
            List<UUID> runs = new CopyOnWriteArrayList<>();
            a.scheduler.addJob(new TestJob("t.tick", JobSchedule.every(Duration.ofSeconds(1)), run -> runs.add(run.id())));
            b.scheduler.addJob(new TestJob("t.tick", JobSchedule.every(Duration.ofSeconds(1)), run -> runs.add(run.id())));
            await("four ticks", () -> runs.size() >= 4);
            List<Instant> due = a.history("t.tick").stream().map(JobRunInfo::queuedAt).toList();
            assertEquals(due.size(), Set.copyOf(due).size(), due.toString());
            assertTrue(due.stream().allMatch(time -> time.getNano() == 0), due.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunByHandIsItsStartersAndTellsHowFarItHasCome(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            CountDownLatch goOn = new CountDownLatch(1);
            List<Caller> seen = new CopyOnWriteArrayList<>();
            node.scheduler.addJob(new TestJob("t.hand", JobSchedule.byHand(), run -> {
                seen.add(callers.current().orElseThrow());
                run.progress(3, 10, "Three of ten for " + run.parameters().get("month"));
                run.log("first");
                goOn.await();
                run.log("second");
            }));
            UUID id = node.start("t.hand");
            await("progress", () -> node.run(id).done() == 3);
            assertEquals("Three of ten for 2026-01 & more", node.run(id).message());
            assertEquals(RunState.RUNNING, node.run(id).state());
            ProblemException again = assertThrows(ProblemException.class, () -> node.start("t.hand"));
            assertEquals("jobs.run.under-way", again.code());
            assertEquals(id.toString(), again.members().get("run"));
            goOn.countDown();
            await("its end", () -> node.run(id).state() == RunState.SUCCEEDED);
            assertEquals(List.of(ADMIN), seen);
            assertEquals(List.of("first", "second"), asAdmin(() -> node.jobs.log(id)));
            assertEquals(10, node.run(id).total());
            assertEquals(List.of("jobs.run.start"), audit.stream().map(Change::action).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotCanNeitherStartNorSeeNorCancel(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            node.scheduler.addJob(new TestJob("t.hand", JobSchedule.byHand(), run -> run.log("x")));
            Caller nobody = new Caller("bine", Set.of(), Locale.ENGLISH);
            UUID run = node.start("t.hand");
            callers.runAs(nobody, () -> {
                assertThrows(ProblemException.class, () -> node.jobs.start("t.hand", Map.of()));
                assertThrows(ProblemException.class, () -> node.jobs.cancel(run));
                assertThrows(ProblemException.class, node.jobs::list);
                assertTrue(node.jobs.run(run).isEmpty());
                assertTrue(node.jobs.log(run).isEmpty());
            });
            assertEquals("jobs.job.unknown",
                    assertThrows(ProblemException.class, () -> node.start("t.nothing")).code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledRunStopsAtItsNextCheckpointAndOneThatThrowsHasFailed(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            CountDownLatch begun = new CountDownLatch(1);
            node.scheduler.addJob(new TestJob("t.long", JobSchedule.byHand(), run -> {
                begun.countDown();
                while (true) {
                    run.checkpoint();
                    LockSupport.parkNanos(1_000_000);
                }
            }));
            node.scheduler.addJob(new TestJob("t.bad", JobSchedule.byHand(), run -> {
                throw new IllegalStateException("The bank's file has no end");
            }));
            UUID run = node.start("t.long");
            begun.await();
            UUID bad = node.start("t.bad");
            await("failure", () -> node.run(bad).state() == RunState.FAILED);
            assertEquals("The bank's file has no end", node.run(bad).message());
            asAdmin(() -> {
                node.jobs.cancel(run);
                return run;
            });
            await("cancelled", () -> node.run(run).state() == RunState.CANCELLED);
            assertEquals(1, node.history("t.long").size());
            UUID next = node.start("t.bad");
            await("free again", () -> node.run(next).state() == RunState.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesMissedWhileNobodyHadTheJobAreMadeUpForByOneRun(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            TestJob job = new TestJob("t.hourly", JobSchedule.every(Duration.ofHours(1)), run -> run.log("x"));
            node.scheduler.addJob(job);
            await("registered", () -> node.scheduler.table().row("t.hourly").isPresent());
            node.scheduler.removeJob(job);
            Instant missed = clock.instant().minus(Duration.ofHours(7)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
            new Sql(database.plain()).update("update sys_job set next_at = ? where id = 't.hourly'", missed);
            node.scheduler.addJob(job);
            await("a run", () -> node.history("t.hourly").stream().anyMatch(run -> run.state() == RunState.SUCCEEDED));
            assertEquals(List.of(missed), node.history("t.hourly").stream().map(JobRunInfo::queuedAt).toList());
            assertTrue(node.scheduler.table().row("t.hourly").orElseThrow().nextAt().orElseThrow().isAfter(clock.instant()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatGoesIsStoppedAndGoesOnWhenItIsBack(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            List<UUID> begun = new CopyOnWriteArrayList<>();
            CountDownLatch done = new CountDownLatch(1);
            TestJob job = new TestJob("t.gone", JobSchedule.byHand(), run -> {
                begun.add(run.id());
                while (begun.size() == 1) {
                    run.checkpoint();
                    LockSupport.parkNanos(1_000_000);
                }
                done.countDown();
            });
            node.scheduler.addJob(job);
            UUID first = node.start("t.gone");
            await("begun", () -> !begun.isEmpty());
            node.scheduler.removeJob(job);
            await("stopped", () -> node.run(first).state() == RunState.INTERRUPTED);
            assertEquals(1, begun.size());
            node.scheduler.addJob(job);
            done.await();
            await("second run", () -> node.history("t.gone").get(0).state() == RunState.SUCCEEDED);
            assertEquals(Trigger.RESTART, node.history("t.gone").get(0).trigger());
            assertEquals("ana", node.history("t.gone").get(0).startedBy());
            assertEquals(Map.of("month", "2026-01 & more"), node.history("t.gone").get(0).parameters());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSilentNodesRunGoesToAnotherOneAndItsLateWritesAreRefused(Engine engine) throws Exception {
        Duration lease = Duration.ofMillis(700);
        try (JtaDatabase database = new JtaDatabase(engine); Node a = new Node(database, lease)) {
            Sql sql = new Sql(database.pooled());
            sql.update("create table effect (epoch bigint)");
            CountDownLatch frozen = new CountDownLatch(1);
            List<Throwable> late = new CopyOnWriteArrayList<>();
            a.scheduler.addJob(new TestJob("t.long", JobSchedule.byHand(), run -> {
                run.inTransaction(() -> sql.update("insert into effect values (?)", run.epoch()));
                frozen.await();
                late.add(assertThrows(JobStoppedException.class,
                        () -> run.inTransaction(() -> sql.update("insert into effect values (?)", run.epoch()))));
                late.add(assertThrows(JobStoppedException.class, () -> database.transactions().required(() -> {
                    sql.update("insert into effect values (?)", run.epoch());
                    run.checkpoint();
                    return run;
                })));
            }));
            UUID first = a.start("t.long");
            await("a's write", () -> sql.list("select epoch from effect", row -> row.getLong(1)).size() == 1);
            try (Node b = new Node(database, lease)) {
                List<UUID> taken = new CopyOnWriteArrayList<>();
                b.scheduler.addJob(new TestJob("t.long", JobSchedule.byHand(), run -> {
                    run.inTransaction(() -> sql.update("insert into effect values (?)", run.epoch()));
                    taken.add(run.id());
                }));
                await("taken over", () -> {
                    b.node.beat();
                    return !taken.isEmpty();
                });
                assertEquals(RunState.INTERRUPTED, b.run(first).state());
                frozen.countDown();
                await("a's late writes refused", () -> late.size() == 2);
                List<Long> epochs = sql.list("select epoch from effect order by epoch", row -> row.getLong(1));
                assertEquals(List.of(1L, 3L), epochs);
                await("b's end", () -> b.run(taken.get(0)).state() == RunState.SUCCEEDED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatMustNotBeRepeatedStaysInterrupted(Engine engine) throws Exception {
        Duration lease = Duration.ofMillis(700);
        try (JtaDatabase database = new JtaDatabase(engine); Node a = new Node(database, lease)) {
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            TestJob job = new TestJob("t.once", JobSchedule.byHand(), false, run -> {
                begun.countDown();
                end.await();
            });
            a.scheduler.addJob(job);
            UUID first = a.start("t.once");
            begun.await();
            try (Node b = new Node(database, lease)) {
                b.scheduler.addJob(job);
                await("interrupted", () -> {
                    b.node.beat();
                    return b.run(first).state() == RunState.INTERRUPTED;
                });
                assertEquals(1, b.history("t.once").size());
            }
            end.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void blockedJobsHinderNoOther(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            CountDownLatch end = new CountDownLatch(1);
            List<UUID> blocked = new ArrayList<>();
            for (int i = 0; i < JobScheduler.RUNS_MAX - 1; i++) {
                node.scheduler.addJob(new TestJob("t.blocked-" + i, JobSchedule.byHand(), run -> end.await()));
                blocked.add(node.start("t.blocked-" + i));
            }
            await("all begun", () -> blocked.stream().allMatch(run -> node.run(run).state() == RunState.RUNNING));
            node.scheduler.addJob(new TestJob("t.free", JobSchedule.byHand(), run -> run.log("x")));
            UUID free = node.start("t.free");
            await("the free one", () -> node.run(free).state() == RunState.SUCCEEDED);
            end.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHistoryHasABound(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine); Node node = new Node(database, NEVER)) {
            node.scheduler.addJob(new TestJob("t.hand", JobSchedule.byHand(), run -> run.log("x")));
            for (int i = 0; i < 5; i++) {
                UUID run = node.start("t.hand");
                await("end", () -> node.run(run).state() == RunState.SUCCEEDED);
            }
            node.scheduler.table().removeHistory("t.hand", Instant.EPOCH, 3);
            assertEquals(3, node.history("t.hand").size());
            node.scheduler.table().removeHistory("t.hand", clock.instant().plusSeconds(1), 3);
            assertTrue(node.history("t.hand").isEmpty());
            assertEquals("t.hand", asAdmin(() -> node.jobs.find("t.hand")).orElseThrow().id());
            assertFalse(asAdmin(() -> node.jobs.find("t.hand")).orElseThrow().current().isPresent());
        }
    }
}
