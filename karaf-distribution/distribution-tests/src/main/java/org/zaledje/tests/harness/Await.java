package org.zaledje.tests.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits until something is so, never for a time alone. */
public final class Await {

    private static final Duration INTERVAL = Duration.ofMillis(25);

    private Await() {
    }

    /** A look at the world that may fail while the world is not yet as it should be. */
    @FunctionalInterface
    public interface Look<T> {
        T take() throws Exception;
    }

    /** A statement about the world that throws while it is not so. */
    @FunctionalInterface
    public interface Statement {
        void check() throws Exception;
    }

    /**
     * Looks until what is seen is wanted.
     *
     * @param what what is waited for, in words
     * @return what was seen
     * @throws AssertionError when it has not been so within {@code limit}; tells what was seen last
     */
    public static <T> T until(String what, Duration limit, Look<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Object seen;
            try {
                T value = look.take();
                if (wanted.test(value)) {
                    return value;
                }
                seen = value;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + what, e);
            } catch (Exception | AssertionError e) {
                seen = e;
            }
            if (System.nanoTime() > end) {
                AssertionError error = new AssertionError("not within " + limit + ": " + what + "; seen last: " + seen);
                if (seen instanceof Throwable cause) {
                    error.initCause(cause);
                }
                throw error;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Checks until the statement holds. */
    public static void until(String what, Duration limit, Statement statement) {
        until(what, limit, () -> {
            statement.check();
            return true;
        }, holds -> holds);
    }
}
