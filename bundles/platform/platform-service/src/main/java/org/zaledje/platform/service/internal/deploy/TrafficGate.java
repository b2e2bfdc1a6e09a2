package org.zaledje.platform.service.internal.deploy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.function.FunctionTraffic;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** Lets requests into functions, and keeps them out of those that are being exchanged. */
@Component(service = {FunctionTraffic.class, TrafficGate.class})
public final class TrafficGate implements FunctionTraffic {

    private static final Texts TEXTS = Texts.beside(TrafficGate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How many requests may wait; each takes a thread of the web server from other functions. */
    private static final int WAITING_MAX = 60;

    private final Duration patience;
    private final Map<String, Integer> inside = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private int waiting;

    public TrafficGate() {
        this(PATIENCE);
    }

    TrafficGate(Duration patience) {
        this.patience = patience;
    }

    @Override
    public synchronized Passage enter(String functionId) {
        if (held.contains(functionId)) {
            awaitOpening(functionId);
        }
        inside.merge(functionId, 1, Integer::sum);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(functionId);
            }
        };
    }

    private void awaitOpening(String functionId) {
        if (waiting >= WAITING_MAX) {
            throw changing(functionId);
        }
        waiting++;
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (held.contains(functionId)) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw changing(functionId);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw changing(functionId);
        } finally {
            waiting--;
        }
    }

    private static ProblemException changing(String functionId) {
        return ProblemException.of(Kind.UNAVAILABLE, "function.changing", TEXTS.text("function.changing", functionId));
    }

    private synchronized void leave(String functionId) {
        inside.computeIfPresent(functionId, (id, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Keeps new requests out of functions until {@link #open}. */
    synchronized void hold(Set<String> functionIds) {
        held.addAll(functionIds);
    }

    /** Waits until no request is in any of the functions; false when some still are after {@code max}. */
    synchronized boolean awaitEmpty(Set<String> functionIds, Duration max) throws InterruptedException {
        long deadline = System.nanoTime() + max.toNanos();
        while (functionIds.stream().anyMatch(inside::containsKey)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized void open(Set<String> functionIds) {
        held.removeAll(functionIds);
        notifyAll();
    }
}
