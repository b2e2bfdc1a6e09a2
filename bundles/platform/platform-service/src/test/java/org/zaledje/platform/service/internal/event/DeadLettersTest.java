package org.zaledje.platform.service.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zaledje.platform.service.internal.event.Node.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class DeadLettersTest {

    private static final UUID A = new UUID(1, 1);

    private final TestClock clock = new TestClock();

    private interface Work {
        void with(Node node, EventDeliveries deliveries) throws Exception;
    }

    /** With a dead letter, 1, and 2 behind it. */
    private void on(Engine engine, Work work) throws Exception {
        try (TestDatabase database = Node.prepare(engine.create()); Node node = new Node(database, clock)) {
            EventDeliveries deliveries = node.deliveries();
            node.dispatcher.bind(node.keeping("test.one", event -> {
                if (Node.number(event) == 1) {
                    throw new IllegalStateException("never");
                }
            }));
            node.publish(A, 1);
            await(1, () -> parked(node, "RETRY"));
            node.publish(A, 2);
            await(1, () -> parked(node, "HELD"));
            node.sql.update("update sys_event_parked set tries = 10, next_at = ? where state = 'RETRY'", clock.instant());
            await(1, () -> parked(node, "DEAD"));
            node.callers.runAs(Caller.system(), () -> {
                try {
                    work.with(node, deliveries);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static int parked(Node node, String state) {
        return node.sql.list("select id from sys_event_parked where state = ?", row -> 1, state).size();
    }

    private static DeadLetter letter(EventDeliveries deliveries) {
        return deliveries.deadLetters(PageRequest.first(10)).items().get(0);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadLetterTellsWhatFailedAndWhy(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            DeadLetter letter = letter(deliveries);
            assertEquals("test.one", letter.consumer());
            assertEquals("never", letter.error());
            assertEquals(11, letter.tries());
            assertEquals(1, letter.heldBack());
            assertEquals(Map.of("number", 1), letter.event().payload());
            ConsumerState state = deliveries.consumers().get(0);
            assertEquals(List.of("test.one", true, 2L, 1L, 0L), List.of(
                    state.name(), state.present(), state.backlog(), state.deadLetters(), state.failing()));
            assertEquals(clock.instant(), state.oldest().orElseThrow());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRepairedPayloadIsWhatTheConsumerGetsWhenItIsResent(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            DeadLetter letter = letter(deliveries);
            deliveries.repair(letter.id(), Map.of("number", 7));
            deliveries.resend(letter.id());
            await(List.of(7, 2), () -> node.effects("test.one", A));
            assertEquals(List.of("events.dead-letter.repair", "events.dead-letter.resend"),
                    node.changes.stream().map(change -> change.action()).toList());
            assertEquals("events.dead-letter.not-found",
                    assertThrows(ProblemException.class, () -> deliveries.resend(letter.id())).code());
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsAgainWhenItIsResentIsADeadLetterAgain(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            deliveries.resend(letter(deliveries).id());
            await(1, () -> parked(node, "DEAD"));
            assertEquals(List.of(), node.effects("test.one", A));
        });
    }

    @ParameterizedTest
    @EnumSource
    void afterADiscardedOneTheNextGoesOn(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            deliveries.discard(letter(deliveries).id());
            await(List.of(2), () -> node.effects("test.one", A));
        });
    }

    @ParameterizedTest
    @EnumSource
    void deadLettersOfAnotherCompanyAreNotSeen(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            UUID id = letter(deliveries).id();
            Callable<Object> look = () -> List.of(deliveries.deadLetters(PageRequest.first(10)).items(), deliveries.deadLetter(id));
            assertEquals(List.of(List.of(), java.util.Optional.empty()),
                    node.callers.callAs(Caller.system().in(new UUID(9, 9)), look));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConsumerIsForgottenOnlyWhenItIsAway(Engine engine) throws Exception {
        on(engine, (node, deliveries) -> {
            EventConsumer other = node.keeping("test.other", event -> { });
            node.dispatcher.bind(other);
            assertEquals("events.consumer.present",
                    assertThrows(ProblemException.class, () -> deliveries.forget("test.other")).code());
            node.dispatcher.unbind(other);
            deliveries.forget("test.other");
            assertEquals(List.of("test.one"), deliveries.consumers().stream().map(ConsumerState::name).toList());
        });
    }
}
