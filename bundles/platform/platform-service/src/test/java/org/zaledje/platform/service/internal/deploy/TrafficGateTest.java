package org.zaledje.platform.service.internal.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zaledje.platform.function.FunctionTraffic.Passage;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

@Timeout(30)
class TrafficGateTest {

    private static final Set<String> NOTES = Set.of("notes");

    @Test
    void whoIsInsideIsWaitedFor() throws Exception {
        TrafficGate gate = new TrafficGate();
        Passage passage = gate.enter("notes");
        gate.enter("other");
        gate.hold(NOTES);
        assertFalse(gate.awaitEmpty(NOTES, Duration.ofMillis(20)));
        passage.close();
        passage.close();
        assertTrue(gate.awaitEmpty(NOTES, Duration.ofMillis(20)));
    }

    @Test
    void whoComesWhileItIsHeldGoesOnWhenItOpens() throws Exception {
        TrafficGate gate = new TrafficGate();
        gate.hold(NOTES);
        CompletableFuture<Passage> waiting = CompletableFuture.supplyAsync(() -> gate.enter("notes"));
        gate.enter("other").close();
        assertFalse(waiting.isDone());
        gate.open(NOTES);
        waiting.get(10, TimeUnit.SECONDS).close();
        assertTrue(gate.awaitEmpty(NOTES, Duration.ZERO));
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws Exception {
        TrafficGate gate = new TrafficGate(Duration.ofMillis(20));
        gate.hold(NOTES);
        ProblemException problem = assertThrows(ProblemException.class, () -> gate.enter("notes"));
        assertEquals(Kind.UNAVAILABLE, problem.kind());
        assertEquals("function.changing", problem.code());
        assertTrue(gate.awaitEmpty(NOTES, Duration.ZERO));
    }
}
