package org.zaledje.platform.service.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zaledje.platform.service.internal.event.Node.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.database.PooledDatabase;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class EventsTest {

    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(2, 2);
    private static final UUID IN_THE_LANE_OF_A = new UUID(5, 5);

    private final TestClock clock = new TestClock();

    private interface Work {
        void with(Node node, TestDatabase database) throws Exception;
    }

    private void on(Engine engine, Work work) throws Exception {
        try (TestDatabase database = Node.prepare(engine.create()); Node node = new Node(database, clock)) {
            work.with(node, database);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedReachesEveryConsumerInOrder(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            node.dispatcher.bind(node.keeping("test.two", event -> { }));
            node.publish(A, 1, 2);
            node.publish(B, 1);
            node.publish(A, 3);
            await(List.of(1, 2, 3), () -> node.effects("test.one", A));
            await(List.of(1, 2, 3), () -> node.effects("test.two", A));
            await(List.of(1), () -> node.effects("test.two", B));
        });
    }

    @ParameterizedTest
    @EnumSource
    void moreEventsThanMemoryHoldsArriveInOrderToo(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            List<Integer> numbers = IntStream.rangeClosed(1, 1_500).boxed().toList();
            assertThrows(IllegalStateException.class, () -> node.transactions.required(() -> {
                node.publish(A, numbers.stream().mapToInt(Integer::intValue).toArray());
                throw new IllegalStateException("rolled back");
            }));
            node.transactions.required(() -> {
                for (int number : numbers) {
                    node.publish(A, number);
                    node.publish(B, number);
                }
                return numbers;
            });
            await(numbers, () -> node.effects("test.one", A));
            await(numbers, () -> node.effects("test.one", B));
            assertEquals(List.of(0L), node.sql.list("select count(*) from sys_event_aside", row -> row.getLong(1)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRolledBackReachesNobody(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            assertThrows(IllegalStateException.class, () -> node.transactions.required(() -> {
                node.publisher.publish(Node.TYPE, A, Map.of("number", 1));
                throw new IllegalStateException("no");
            }));
            node.publish(A, 2);
            await(List.of(2), () -> node.effects("test.one", A));
        });
    }

    @ParameterizedTest
    @EnumSource
    void anEventNeedsATransactionAndAPayloadThatCanBeKept(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            assertThrows(IllegalStateException.class, () -> node.publisher.publish(Node.TYPE, A, Map.of()));
            assertThrows(IllegalArgumentException.class,
                    () -> node.transactions.required(() -> publishes(node, Node.TYPE, Map.of("amount", new java.math.BigDecimal("1")))));
            assertThrows(IllegalArgumentException.class,
                    () -> node.transactions.required(() -> publishes(node, "Wrong", Map.of())));
            assertThrows(IllegalArgumentException.class, () -> node.transactions.required(
                    () -> publishes(node, Node.TYPE, Map.of("text", "x".repeat(100_001)))));
        });
    }

    private static boolean publishes(Node node, String type, Map<String, ?> payload) {
        node.publisher.publish(type, A, payload);
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatIsCommittedLateIsNotOverlooked(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            CompletableFuture<Boolean> late = CompletableFuture.supplyAsync(() -> node.transactions.required(() -> {
                node.publisher.publish(Node.TYPE, IN_THE_LANE_OF_A, Map.of("number", 1));
                begun.countDown();
                return awaitLatch(end);
            }));
            awaitLatch(begun);
            node.publish(A, 1);
            await(List.of(1), () -> node.effects("test.one", A));
            end.countDown();
            late.get(10, TimeUnit.SECONDS);
            await(List.of(1), () -> node.effects("test.one", IN_THE_LANE_OF_A));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFailureHoldsBackItsAggregateOnlyAndLeavesNoEffectUntilItSucceeds(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            AtomicBoolean broken = new AtomicBoolean(true);
            node.dispatcher.bind(node.keeping("test.one", event -> {
                if (broken.get() && event.aggregate().equals(A) && Node.number(event) == 2) {
                    throw new IllegalStateException("not now");
                }
            }));
            node.publish(A, 1, 2, 3);
            node.publish(IN_THE_LANE_OF_A, 1, 2, 3);
            await(List.of(1, 2, 3), () -> node.effects("test.one", IN_THE_LANE_OF_A));
            assertEquals(List.of(1), node.effects("test.one", A));
            broken.set(false);
            clock.advance(Duration.ofSeconds(2));
            await(List.of(1, 2, 3), () -> node.effects("test.one", A));
            node.publish(A, 4);
            await(List.of(1, 2, 3, 4), () -> node.effects("test.one", A));
            assertEquals(0, count(node, "sys_event_parked"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsForADayIsADeadLetterThatHoldsBackItsAggregate(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.dispatcher.bind(node.keeping("test.one", event -> {
                if (Node.number(event) == 1) {
                    throw new IllegalStateException("never");
                }
            }));
            node.publish(A, 1, 2);
            for (int tries = 1; tries <= 10; tries++) {
                int expected = tries;
                await(List.of(expected), () -> node.sql.list("select tries from sys_event_parked where state = 'RETRY'", row -> row.getInt(1)));
                clock.advance(Retries.after(tries).orElseThrow().plusSeconds(1));
            }
            await(List.of("DEAD", "HELD"), () -> node.sql.list("select state from sys_event_parked order by position", row -> row.getString(1)));
            assertEquals(List.of("never"), node.sql.list("select error from sys_event_parked where state = 'DEAD'", row -> row.getString(1)));
            assertEquals(List.of(), node.effects("test.one", A));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConsumerGetsWhatWasPublishedWhileItWasAwayButNotWhatWasBefore(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            node.publish(A, 1);
            EventConsumer first = node.keeping("test.one", event -> { });
            node.dispatcher.bind(first);
            node.publish(A, 2);
            await(List.of(2), () -> node.effects("test.one", A));
            node.dispatcher.unbind(first);
            node.publish(A, 3);
            node.publish(B, 1);
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            await(List.of(2, 3), () -> node.effects("test.one", A));
            await(List.of(1), () -> node.effects("test.one", B));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConsumerThatBlocksHarmsNoOtherAndIsInterruptedWhenItGoes(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            CountDownLatch entered = new CountDownLatch(1);
            EventConsumer blocking = node.keeping("test.blocking", event -> {
                entered.countDown();
                new CountDownLatch(1).await();
            });
            node.dispatcher.bind(blocking);
            node.dispatcher.bind(node.keeping("test.one", event -> { }));
            for (int i = 1; i <= 20; i++) {
                node.publish(new UUID(0, i), 1);
            }
            awaitLatch(entered);
            for (int i = 1; i <= 20; i++) {
                UUID aggregate = new UUID(0, i);
                await(List.of(1), () -> node.effects("test.one", aggregate));
            }
            node.dispatcher.unbind(blocking);
            assertEquals(0, node.sql.list("select number from effect where consumer = 'test.blocking'", row -> row.getInt(1)).size());
            node.dispatcher.bind(node.keeping("test.blocking", event -> { }));
            clock.advance(Duration.ofSeconds(2));
            await(20, () -> node.sql.list("select number from effect where consumer = 'test.blocking'", row -> row.getInt(1)).size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesShareTheWorkAndDoNothingTwice(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            if (engine == Engine.POSTGRESQL) {
                try (Node other = new Node(database, clock)) {
                    shareWork(node, other);
                }
            } else {
                shareWork(node, node);
            }
        });
    }

    private static void shareWork(Node node, Node other) throws Exception {
        node.dispatcher.bind(node.keeping("test.one", event -> { }));
        if (other != node) {
            other.dispatcher.bind(other.keeping("test.one", event -> { }));
        }
        List<CompletableFuture<Void>> publishers = IntStream.range(0, 4).mapToObj(number -> CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 50; i++) {
                (i % 2 == 0 ? node : other).publish(new UUID(number, i % 10), i);
            }
        })).toList();
        for (CompletableFuture<Void> publisher : publishers) {
            publisher.get(60, TimeUnit.SECONDS);
        }
        await(200, () -> count(node, "effect"));
        for (int number = 0; number < 4; number++) {
            for (int i = 0; i < 10; i++) {
                List<Integer> effects = node.effects("test.one", new UUID(number, i));
                assertEquals(effects.stream().sorted().toList(), effects);
            }
        }
        assertEquals(0, count(node, "sys_event_parked"));
    }

    @Test
    void nodesTellEachOtherOfEventsInsteadOfWaitingUntilTheyLook() throws Exception {
        Duration never = Duration.ofDays(1);
        try (TestDatabase database = Node.prepare(Engine.POSTGRESQL.create());
                Node one = new Node(new PooledDatabase(database), clock, never);
                Node other = new Node(new PooledDatabase(database), clock, never)) {
            CountDownLatch first = new CountDownLatch(1);
            other.dispatcher.bind(other.keeping("test.one", event -> first.countDown()));
            // The other node may not be listening yet.
            for (int i = 1; first.getCount() > 0; i++) {
                one.publish(A, i);
                first.await(20, TimeUnit.MILLISECONDS);
            }
            one.publish(B, 1);
            await(List.of(1), () -> one.effects("test.one", B));
        }
    }

    @Test
    void whatNodesTellEachOtherFitsIntoTheirMessages() {
        Set<Signal> signals = IntStream.range(0, 1_000)
                .mapToObj(i -> new Signal(i % 64, "test.thing.happened-" + i)).collect(Collectors.toSet());
        List<String> written = NodeSignals.written(signals);
        assertTrue(written.stream().allMatch(text -> text.length() < 8_000));
        assertEquals(signals, written.stream().flatMap(NodeSignals::read).collect(Collectors.toSet()));
        assertEquals(0, NodeSignals.read("64 test.a.b\nx y\n1\n").count());
    }

    @ParameterizedTest
    @EnumSource
    void eventsThatNobodyWaitsForAreRemovedAfterTheirTime(Engine engine) throws Exception {
        on(engine, (node, database) -> {
            EventConsumer consumer = node.keeping("test.one", event -> { });
            node.dispatcher.bind(consumer);
            node.publish(A, 1, 2);
            await(List.of(1, 2), () -> node.effects("test.one", A));
            node.dispatcher.unbind(consumer);
            node.publish(A, 3);
            EventLog log = new EventLog(node.sql);
            clock.advance(Duration.ofDays(30));
            int removed = node.transactions.required(() -> log.remove(Lanes.of(A), clock.instant(), 1_000));
            assertEquals(2, removed);
            node.dispatcher.bind(consumer);
            await(List.of(1, 2, 3), () -> node.effects("test.one", A));
        });
    }

    private static int count(Node node, String table) {
        return node.sql.list("select count(*) from " + table, row -> row.getInt(1)).get(0);
    }

    private static boolean awaitLatch(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
