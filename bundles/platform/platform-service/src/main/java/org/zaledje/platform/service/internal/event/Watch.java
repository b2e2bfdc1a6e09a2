package org.zaledje.platform.service.internal.event;

import java.time.Duration;

/** Interrupts a thread that has been with a consumer for too long; never while it does anything else. Thread-safe. */
final class Watch {

    private final Duration limit;
    private Thread working;
    private long since;

    Watch(Duration limit) {
        this.limit = limit;
    }

    synchronized void begin() {
        working = Thread.currentThread();
        since = System.nanoTime();
    }

    synchronized void end() {
        working = null;
        Thread.interrupted();
    }

    /** Interrupts the thread if its time is over. */
    synchronized void check() {
        if (working != null && System.nanoTime() - since > limit.toNanos()) {
            working.interrupt();
        }
    }

    /** Interrupts the thread if it is with the consumer. */
    synchronized void interrupt() {
        if (working != null) {
            working.interrupt();
        }
    }
}
