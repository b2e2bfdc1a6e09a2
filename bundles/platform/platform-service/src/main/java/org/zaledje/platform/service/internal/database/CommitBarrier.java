package org.zaledje.platform.service.internal.database;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/*
 * How is the barrier designed, and why?
 *
 * H2 writes what is committed some time later, and does not force its file to disk even when told to write at once
 * (WRITE_DELAY=0): a killed process, or a power cut, may undo what was answered. Writing and forcing it takes
 * milliseconds whether one transaction or a hundred have committed before. So committers share it: the first
 * one leads and synchronises, those that come meanwhile wait, and the first of them leads the next round for all of
 * them. A committer is through when a round that began after its commit has ended.
 */

/** Waits until what has been committed is on the disk. Thread-safe. */
final class CommitBarrier implements AutoCloseable {

    /** Forces to disk what was committed before the call. */
    @FunctionalInterface
    interface Sync {
        void force() throws SQLException;

        default void open() throws SQLException {
            // Most have nothing to open.
        }

        default void close() throws SQLException {
            // Nor to close.
        }
    }

    private static final String RESOLUTION_UNKNOWN = "08007";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roundEnded = lock.newCondition();
    private final Sync sync;
    private long roundsBegun;
    private long roundsSucceeded;
    private boolean running;

    CommitBarrier(Sync sync) {
        this.sync = sync;
    }

    /** Before the first connection of any committer. */
    void open() throws SQLException {
        sync.open();
    }

    /** Returns when all that this thread has committed is on the disk. */
    void await() throws SQLException {
        lock.lock();
        try {
            long wanted = roundsBegun + 1;
            while (roundsSucceeded < wanted) {
                if (running) {
                    roundEnded.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead() throws SQLException {
        long round = ++roundsBegun;
        running = true;
        lock.unlock();
        boolean succeeded = false;
        try {
            sync.force();
            succeeded = true;
        } catch (SQLException e) {
            throw new SQLException(
                    "Committed, but not known to be on the disk: " + e.getMessage(), RESOLUTION_UNKNOWN, e);
        } finally {
            lock.lock();
            running = false;
            if (succeeded) {
                roundsSucceeded = round;
            }
            roundEnded.signalAll();
        }
    }

    @Override
    public void close() throws SQLException {
        sync.close();
    }
}
