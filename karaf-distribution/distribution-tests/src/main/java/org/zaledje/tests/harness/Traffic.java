package org.zaledje.tests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Clients that call again and again until they are closed, and remember how they were answered. Each calls at most twenty
 * times a second, so that some of them together stay below what a caller is allowed.
 */
public final class Traffic implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ANSWERS_KEPT_MAX = 1_000_000;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong slowest = new AtomicLong();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    private Traffic() {
    }

    /**
     * Starts clients.
     *
     * @param call makes one call and says in a few words how it was answered
     */
    public static Traffic start(int clients, Supplier<String> call) {
        Traffic traffic = new Traffic();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> traffic.run(call), "client-" + i);
            traffic.clients.add(client);
            client.start();
        }
        return traffic;
    }

    /** One client that reads a path as the administrator. */
    public static Traffic reading(Zaledje zaledje, String path) {
        return start(1, () -> String.valueOf(zaledje.rest().get(path).status()));
    }

    private void run(Supplier<String> call) {
        while (!ended.get() && answers.size() < ANSWERS_KEPT_MAX) {
            long begin = System.nanoTime();
            String answer;
            try {
                answer = call.get();
            } catch (RuntimeException e) {
                answer = e.toString();
            }
            long taken = System.nanoTime() - begin;
            slowest.accumulateAndGet(taken, Math::max);
            answers.add(answer);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How often each answer came. */
    public Map<String, Long> answers() {
        Map<String, Long> counted = new TreeMap<>();
        answers.forEach(answer -> counted.merge(answer, 1L, Long::sum));
        return counted;
    }

    public int count() {
        return answers.size();
    }

    /** The longest that a client has waited for an answer since the last time that this was asked. */
    public long slowestMilliseconds() {
        return Duration.ofNanos(slowest.getAndSet(0)).toMillis();
    }

    /** Lets the clients end, and waits for that. */
    public void end() {
        ended.set(true);
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        end();
    }
}
