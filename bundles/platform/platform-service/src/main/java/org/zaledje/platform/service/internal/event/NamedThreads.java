package org.zaledje.platform.service.internal.event;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that tell in their names what they are for. */
record NamedThreads(String prefix, AtomicInteger count) implements ThreadFactory {

    NamedThreads(String prefix) {
        this(prefix, new AtomicInteger());
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, prefix + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
