package org.zaledje.platform.service.internal.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Why one writer at a time?
 *
 * When H2 writes its file it takes the roots of the tables one after the other, while others change them. A whole
 * transaction can fall between two of them, and a kill before the next writing leaves it half done. So nothing may change
 * while roots are taken: each statement that writes, each commit and each roll-back holds the pen, and so does whoever has
 * the file written. Between two statements of an open transaction the file may be written: H2's undo log is in it, too.
 *
 * The pen alone would let a statement wait, with the pen in hand, for a row that another transaction has locked. So a
 * transaction that writes first waits for its turn, and has it until it ends: there are no two that could lock a row.
 * Transactions of one thread, of which the outer ones are suspended, share a turn: they would wait for each other for ever.
 *
 * One that has the turn, does nothing with it and keeps others waiting is rolled back, so that code that hangs in a
 * transaction stops nobody else.
 */

/** Lets one transaction at a time write to an embedded database. Thread-safe. */
final class SingleWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SingleWriter.class);
    /** As that of a serialization failure: begun anew, the transaction may well succeed. */
    static final String TRY_AGAIN = "40001";

    /** What H2 does to its tables. */
    @FunctionalInterface
    interface Change<T, E extends Throwable> {
        T make() throws E;
    }

    /** A transaction that has the turn. */
    interface Holder {

        /** Whether it has done nothing in the database for as long. */
        boolean isIdle(Duration time);

        /** Rolls it back, and gives its turn back, unless it has ended or gone on meanwhile. */
        void expel(Duration idle);
    }

    private final Duration patience;
    private final Duration idleMax;
    private final Semaphore turns = new Semaphore(1, true);
    private final ReentrantLock pen = new ReentrantLock(true);
    private final List<Holder> holders = new ArrayList<>();
    private Thread writer;

    /**
     * @param patience how long a transaction waits for its turn
     * @param idleMax  how long one that has the turn may do nothing while others wait; shorter than their patience
     */
    SingleWriter(Duration patience, Duration idleMax) {
        this.patience = patience;
        this.idleMax = idleMax;
    }

    /**
     * Takes the turn for a transaction of this thread, in the order of asking.
     *
     * @throws SQLTransientException when another transaction has kept it for too long; nothing has been changed
     */
    void begin(Holder holder) throws SQLException {
        if (joins(holder)) {
            return;
        }
        if (!awaitTurn()) {
            tellWhoWrites();
            throw new SQLTransientException("Another transaction has been writing for more than " + patience.toSeconds()
                    + " s; this one has changed nothing, and can be tried again", TRY_AGAIN);
        }
        synchronized (holders) {
            writer = Thread.currentThread();
            holders.add(holder);
        }
    }

    private boolean joins(Holder holder) {
        synchronized (holders) {
            return writer == Thread.currentThread() && holders.add(holder);
        }
    }

    /** Bounded, so that it need not be interrupted. */
    private boolean awaitTurn() {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                long rest = end - System.nanoTime();
                try {
                    if (turns.tryAcquire(Math.min(rest, idleMax.toNanos()), TimeUnit.NANOSECONDS)) {
                        return true;
                    }
                    expelIdle();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if (rest <= 0) {
                    return false;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void expelIdle() {
        List<Holder> now = now();
        if (!now.isEmpty() && now.stream().allMatch(holder -> holder.isIdle(idleMax))) {
            LOG.warn("A transaction has kept others from writing for {} s and done nothing; it is rolled back. It is here:",
                    idleMax.toSeconds(), whereItIs());
            now.forEach(holder -> holder.expel(idleMax));
        }
    }

    private List<Holder> now() {
        synchronized (holders) {
            return List.copyOf(holders);
        }
    }

    private void tellWhoWrites() {
        LOG.warn("A transaction has kept others from writing for {} s; they are refused until it ends. It is here:",
                patience.toSeconds(), whereItIs());
    }

    private Exception whereItIs() {
        synchronized (holders) {
            Exception at = new Exception(writer == null ? "ended meanwhile" : writer.getName());
            at.setStackTrace(writer == null ? new StackTraceElement[0] : writer.getStackTrace());
            return at;
        }
    }

    /** A transaction has ended, on whichever thread. */
    void end(Holder holder) {
        synchronized (holders) {
            if (holders.remove(holder) && holders.isEmpty()) {
                writer = null;
                turns.release();
            }
        }
    }

    /** Changes tables, or has the file written, while nobody else does either. */
    <T, E extends Throwable> T change(Change<T, E> change) throws E {
        pen.lock();
        try {
            return change.make();
        } finally {
            pen.unlock();
        }
    }
}
