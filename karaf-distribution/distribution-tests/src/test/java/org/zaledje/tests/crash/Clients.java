package org.zaledje.tests.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Rest;

/** Partners who post as much as they can until they get no answer any more, and remember what they were answered. */
final class Clients {

    /** Of these the platform takes 100. */
    private static final Set<String> FEW = Set.of("/api/v1/events/webhooks", "/api/v1/people/me/tokens");
    private static final int FEW_MAX = 90;
    private static final int THREADS = 6;
    private static final Duration ANSWERS_MAX = Duration.ofMinutes(2);

    /** What was sent, and what came back; no location when no answer came. */
    record Attempt(Kind kind, String path, String mark, byte[] body, String key, String location) {

        Attempt answered(String where) {
            return new Attempt(kind, path, mark, body, key, where);
        }

        boolean isAcknowledged() {
            return !location.isEmpty();
        }
    }

    private final List<Kind> kinds;
    private final Queue<Kind.Target> taken;
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final AtomicInteger marks = new AtomicInteger();
    private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Clients(List<Kind> kinds, Queue<Kind.Target> taken) {
        this.kinds = kinds;
        this.taken = taken;
    }

    void start(Rest rest, Random random) {
        threads.clear();
        for (int i = 0; i < THREADS; i++) {
            Random own = new Random(random.nextLong());
            Thread thread = new Thread(() -> post(rest, own), "client-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits until so many posts have been answered since {@link #takeAttempts()}. */
    void awaitAnswers(int count) {
        Await.until(count + " posts are answered", ANSWERS_MAX, attempts::size, size -> size >= count || !faults.isEmpty());
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void post(Rest rest, Random random) {
        while (true) {
            if (!post(rest, kinds.get(random.nextInt(kinds.size())))) {
                return;
            }
        }
    }

    private boolean post(Rest rest, Kind kind) {
        Kind.Target target = kind.path().get().orElse(null);
        if (target == null) {
            return true;
        }
        if (FEW.contains(kind.operation())
                && made.computeIfAbsent(kind.operation(), operation -> new AtomicInteger()).incrementAndGet() > FEW_MAX) {
            return true;
        }
        int number = marks.incrementAndGet();
        String mark = target.mark().isEmpty() ? "k" + number + "k" : target.mark();
        Attempt attempt = new Attempt(kind, target.path(), mark, kind.body().apply(mark), "key-" + number, "");
        try {
            attempts.add(attempt.answered(send(rest, attempt)));
            return true;
        } catch (Rest.NoAnswer e) {
            attempts.add(attempt);
            return false;
        }
    }

    /** Sends it, again if need be, and gives the location of what was made; empty when it was not taken. */
    String send(Rest rest, Attempt attempt) {
        Answer answer = rest.with("Idempotency-Key", attempt.key()).post(attempt.path(), attempt.kind().mediaType(), attempt.body());
        if (answer.status() != 201) {
            faults.put(attempt.kind() + " " + answer.status(), answer.toString());
            return "";
        }
        if (attempt.kind().operation().equals("/api/v1/accounting/invoices") && !attempt.isAcknowledged()) {
            taken.add(new Kind.Target(attempt.path() + "/" + answer.json().path("id").asText() + "/post", attempt.mark()));
        }
        return answer.header("Location");
    }

    /** What was attempted since this was asked last. */
    List<Attempt> takeAttempts() {
        List<Attempt> all = new ArrayList<>(attempts);
        attempts.clear();
        return all;
    }

    /** Answers that nobody should get, an example of each. */
    Map<String, String> faults() {
        return new TreeMap<>(faults);
    }
}
