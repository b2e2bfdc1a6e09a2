package org.zaledje.platform.service.internal.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.service.internal.event.LaneDelivery.Result;

/**
 * One consumer at work on this node: which lanes have something for it, and the few threads that bring it. A consumer
 * that blocks keeps these and no others. When it keeps failing, it rests for ever longer times. Thread-safe.
 */
final class ConsumerWork {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerWork.class);
    private static final Duration CALL_MAX = Duration.ofSeconds(60);
    private static final Duration REST_MAX = Duration.ofSeconds(60);
    private static final int FAILURES_BEFORE_REST = 5;

    /** Brings the next events of a lane, or the next one that is due again, to the consumer. */
    @FunctionalInterface
    interface Delivery {
        Result next(LaneDelivery.Call call, int lane, long end, boolean retries);
    }

    private final EventConsumer consumer;
    private final Delivery delivery;
    private final Executor threads;
    private final int threadsMax;

    private final long[] ends = new long[Lanes.COUNT];
    private final long[] seen;
    private final BitSet waiting = new BitSet(Lanes.COUNT);
    private final BitSet retries = new BitSet(Lanes.COUNT);
    private final BitSet running = new BitSet(Lanes.COUNT);
    private final List<Watch> watches = new ArrayList<>();
    private int nextLane;
    private int failures;
    private long restUntil = System.nanoTime();
    private final LongAdder delivered = new LongAdder();
    private boolean stopped;

    /**
     * @param threadsMax how many threads bring events at once
     * @param seen       up to where each lane is known to hold nothing that is left to do
     */
    ConsumerWork(EventConsumer consumer, Delivery delivery, Executor threads, int threadsMax, long[] seen) {
        this.consumer = consumer;
        this.delivery = delivery;
        this.threads = threads;
        this.threadsMax = threadsMax;
        this.seen = seen.clone();
    }

    EventConsumer consumer() {
        return consumer;
    }

    /** How often the consumer has acted on an event since it came. */
    long delivered() {
        return delivered.sum();
    }

    boolean wants(String type) {
        return consumer.types().contains(type) || consumer.types().contains(EventConsumer.EVERYTHING);
    }

    /** There is something new in a lane. */
    synchronized void wake(int lane) {
        waiting.set(lane);
        engage();
    }

    /** Something of a lane is due to be tried again. */
    synchronized void wakeRetries(int lane) {
        retries.set(lane);
        wake(lane);
    }

    /** The lanes end here now; what lies beyond what has been seen is looked at. Also ends a rest that is over. */
    synchronized void wake(long[] laneEnds) {
        watches.forEach(Watch::check);
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            ends[lane] = Math.max(ends[lane], laneEnds[lane]);
            if (ends[lane] > seen[lane]) {
                waiting.set(lane);
            }
        }
        engage();
    }

    private void engage() {
        boolean resting = restUntil - System.nanoTime() > 0;
        int most = failures >= FAILURES_BEFORE_REST ? 1 : threadsMax;
        while (!stopped && !resting && watches.size() < most && hasMoreThan(watches.size())) {
            Watch watch = new Watch(CALL_MAX);
            watches.add(watch);
            threads.execute(() -> work(watch));
        }
    }

    private boolean hasMoreThan(int workers) {
        return waiting.cardinality() > Math.max(0, workers - running.cardinality());
    }

    private record Turn(int lane, boolean retries, long end) {
    }

    private void work(Watch watch) {
        try {
            while (true) {
                Turn turn;
                synchronized (this) {
                    turn = nextTurn(watch);
                    if (turn == null) {
                        return;
                    }
                }
                deliver(turn, watch);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Events for {} are not delivered now; this is tried again: {}", consumer.name(), e.toString(), e);
            synchronized (this) {
                failed();
            }
        }
    }

    /** The next lane that nobody is at; null ends the thread. */
    private Turn nextTurn(Watch watch) {
        boolean resting = restUntil - System.nanoTime() > 0;
        for (int i = 0; !stopped && !resting && i < Lanes.COUNT; i++) {
            int lane = (nextLane + i) % Lanes.COUNT;
            if (waiting.get(lane) && !running.get(lane)) {
                nextLane = lane + 1;
                waiting.clear(lane);
                running.set(lane);
                Turn turn = new Turn(lane, retries.get(lane), ends[lane]);
                retries.clear(lane);
                return turn;
            }
        }
        watches.remove(watch);
        notifyAll();
        return null;
    }

    private void deliver(Turn turn, Watch watch) {
        Result result = Result.BUSY;
        boolean ended = false;
        try {
            LaneDelivery.Call call = new WatchedCall(watch);
            if (turn.retries()) {
                result = delivery.next(call, turn.lane(), turn.end(), true);
            }
            if (!turn.retries() || result == Result.END) {
                result = delivery.next(call, turn.lane(), turn.end(), false);
            }
            ended = true;
        } finally {
            synchronized (this) {
                finished(turn, result);
                if (!ended) {
                    waiting.set(turn.lane());
                    watches.remove(watch);
                    notifyAll();
                }
            }
        }
    }

    private final class WatchedCall implements LaneDelivery.Call {

        private final Watch watch;

        WatchedCall(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void consume(LoggedEvent logged) throws Exception {
            watch.begin();
            try {
                consumer.consume(logged.event());
                delivered.increment();
            } finally {
                watch.end();
            }
        }

        @Override
        public boolean isEnding() {
            synchronized (ConsumerWork.this) {
                return stopped;
            }
        }
    }

    private void finished(Turn turn, Result result) {
        running.clear(turn.lane());
        switch (result) {
            case END -> {
                seen[turn.lane()] = Math.max(seen[turn.lane()], turn.end());
                failures = 0;
            }
            case MORE -> {
                failures = 0;
                again(turn);
            }
            case FAILED -> {
                failed();
                again(turn);
            }
            case BUSY -> { }
        }
    }

    private void again(Turn turn) {
        waiting.set(turn.lane());
        if (turn.retries()) {
            retries.set(turn.lane());
        }
    }

    private void failed() {
        failures++;
        if (failures >= FAILURES_BEFORE_REST) {
            Duration rest = Duration.ofSeconds(1L << Math.min(6, failures - FAILURES_BEFORE_REST));
            restUntil = System.nanoTime() + (rest.compareTo(REST_MAX) < 0 ? rest : REST_MAX).toNanos();
        }
    }

    /** No new work; returns when what runs has ended, at the latest after {@code limit}, before which it is interrupted. */
    synchronized void stop(Duration limit) throws InterruptedException {
        stopped = true;
        awaitEnd(limit.multipliedBy(4).dividedBy(5));
        if (!watches.isEmpty()) {
            LOG.warn("{} goes away while it acts on an event; it is interrupted, and the event comes again", consumer.name());
            watches.forEach(Watch::interrupt);
            awaitEnd(limit.dividedBy(5));
        }
    }

    private void awaitEnd(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); !watches.isEmpty() && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
