package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommitBarrierTest {

    private static final int COMMITTERS = 8;
    private static final int COMMITS = 2_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatWasCommittedBeforeTheCallIsForcedWhenItReturns() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicLong forced = new AtomicLong();
        CommitBarrier barrier = new CommitBarrier(() -> {
            long seen = committed.get();
            Thread.yield();
            forced.accumulateAndGet(seen, Math::max);
        });
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < COMMITTERS; i++) {
            results.add(threads.submit(() -> {
                boolean durable = true;
                for (int n = 0; n < COMMITS; n++) {
                    long mine = committed.incrementAndGet();
                    barrier.await();
                    durable &= forced.get() >= mine;
                }
                return durable;
            }));
        }
        for (Future<Boolean> result : results) {
            assertTrue(result.get());
        }
    }

    @Test
    void committersThatComeMeanwhileShareTheNextRound() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        CommitBarrier barrier = new CommitBarrier(() -> {
            if (rounds.incrementAndGet() == 1) {
                firstRuns.countDown();
                awaitQuietly(firstMayEnd);
            }
        });
        List<Future<?>> committers = new ArrayList<>();
        committers.add(threads.submit(() -> await(barrier)));
        firstRuns.await();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < COMMITTERS; i++) {
            Thread thread = new Thread(() -> await(barrier));
            thread.start();
            waiting.add(thread);
        }
        while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        firstMayEnd.countDown();
        for (Thread thread : waiting) {
            thread.join();
        }
        committers.get(0).get();
        assertEquals(2, rounds.get());
    }

    @Test
    void aFailedRoundIsToldToItsLeaderAndTriedAgainByTheNext() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CommitBarrier barrier = new CommitBarrier(() -> {
            if (rounds.incrementAndGet() == 1) {
                throw new SQLException("no space left");
            }
        });
        SQLException told = assertThrows(SQLException.class, barrier::await);
        assertEquals("08007", told.getSQLState());
        assertTrue(told.getMessage().contains("no space left"));
        barrier.await();
        assertEquals(2, rounds.get());
    }

    private static void await(CommitBarrier barrier) {
        try {
            barrier.await();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
