package org.zaledje.platform.service.internal.deploy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls code of a function in a thread of its own, because it may never come back. */
final class Work {

    private final long began = System.nanoTime();
    private final Thread thread;
    private final CompletableFuture<Optional<Throwable>> outcome = new CompletableFuture<>();

    Work(String name, Callable<Void> work) {
        thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Callable<Void> work) {
        try {
            work.call();
            outcome.complete(Optional.empty());
        } catch (Throwable e) {
            outcome.complete(Optional.of(e));
        }
    }

    /** Waits for the end; false when it has not come within {@code max}. */
    boolean await(Duration max) throws InterruptedException {
        try {
            outcome.get(max.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isDone() {
        return outcome.isDone();
    }

    /** What the work has thrown; empty while it goes on, and when it went well. */
    Optional<Throwable> failure() {
        return outcome.getNow(Optional.empty());
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void interrupt() {
        thread.interrupt();
    }
}
