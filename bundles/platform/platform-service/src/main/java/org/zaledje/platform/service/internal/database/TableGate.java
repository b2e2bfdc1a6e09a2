package org.zaledje.platform.service.internal.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/*
 * Why is there a gate?
 *
 * H2 changes a table by copying it, dropping the old one and renaming the new one, and keeps nobody away meanwhile. What
 * others commit to the old one is lost, unless one transaction at a time writes, as SingleWriter has it; and whoever's
 * statement is compiled between dropping and renaming, reading or writing, is told that there is no such table. So on H2
 * whoever uses the tables of an owner passes its gate, and they are changed when nobody is inside. PostgreSQL locks the
 * table itself; there nobody passes, and closing the gate waits for nobody.
 */

/** The way to the tables of one owner, closed while they are changed. Thread-safe. */
public final class TableGate {

    private static final Texts TEXTS = Texts.beside(TableGate.class);

    /** Longer than those inside are waited for, so that one who waits at the gate gives up last. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration patience;
    private final Map<Thread, Integer> inside = new HashMap<>();
    private boolean closed;

    public TableGate() {
        this(PATIENCE);
    }

    TableGate(Duration patience) {
        this.patience = patience;
    }

    /** Being inside; ends once, by any thread. */
    @FunctionalInterface
    interface Passage {
        void leave();
    }

    /** The gate being closed, until it is opened again. */
    @FunctionalInterface
    public interface Closed extends AutoCloseable {

        /** Opens it. */
        @Override
        void close();
    }

    /**
     * Goes in, as soon as the gate is open. Who is inside already always may: what it has begun could not end else.
     *
     * @throws ProblemException if the tables are being changed for longer than a caller should wait
     */
    synchronized Passage enter() {
        Thread thread = Thread.currentThread();
        if (!inside.containsKey(thread)) {
            awaitOpen();
        }
        inside.merge(thread, 1, Integer::sum);
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(thread);
            }
        };
    }

    private void awaitOpen() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (closed) {
            if (!await(deadline)) {
                throw ProblemException.of(Kind.UNAVAILABLE, "tables.changing", TEXTS.text("tables.changing"));
            }
        }
    }

    private synchronized void leave(Thread thread) {
        inside.computeIfPresent(thread, (who, times) -> times == 1 ? null : times - 1);
        notifyAll();
    }

    /**
     * Closes the gate and waits until nobody is inside.
     *
     * @throws ProblemException if somebody still is after {@code max}; the gate is open again then
     */
    public synchronized Closed close(Duration max) {
        long deadline = System.nanoTime() + max.toNanos();
        while (closed) {
            requireTime(deadline, max);
        }
        closed = true;
        try {
            while (!inside.isEmpty()) {
                requireTime(deadline, max);
            }
        } catch (ProblemException e) {
            open();
            throw e;
        }
        return this::open;
    }

    private void requireTime(long deadline, Duration max) {
        if (!await(deadline)) {
            throw ProblemException.of(Kind.UNAVAILABLE, "tables.in-use", TEXTS.text("tables.in-use", max.toSeconds()));
        }
    }

    private synchronized void open() {
        closed = false;
        notifyAll();
    }

    /** Waits for a change; false when there is no time left, or the thread is interrupted. */
    private boolean await(long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
