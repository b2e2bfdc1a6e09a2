package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.transaction.Transactions;

/*
 * Why does each event take effect once?
 *
 * The consumer's place in the lane is a row. It is locked at the beginning of the transaction in which the consumer acts,
 * and moved on in the same one: the effect and the mark are kept together or not at all. While one node holds the row,
 * another skips it; when a node dies, the database lets go of the lock and undoes the effect with it. No clock decides.
 *
 * Several events share a transaction, for a commit costs more than most effects. When one of them fails, all are undone
 * and done again one by one, so that only the one that fails is put aside.
 */

/** Brings the events of one lane to one consumer. Thread-safe; one thread at a time succeeds for a consumer and lane. */
final class LaneDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(LaneDelivery.class);
    private static final int BATCH_MAX = 100;
    private static final Duration BATCH_TIME_MAX = Duration.ofMillis(200);
    private static final long IDLE_POSITIONS_MAX = 1_000;

    private final Transactions transactions;
    private final EventLog log;
    private final Registrations registrations;
    private final ParkedEvents parked;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;

    LaneDelivery(Transactions transactions, Sql sql, Callers callers, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.log = new EventLog(sql);
        this.registrations = new Registrations(sql);
        this.parked = new ParkedEvents(sql);
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of one transaction. */
    enum Result {
        /** There may be more. */
        MORE,
        /** All that is there has been done. */
        END,
        /** The consumer failed; the event is put aside, and there may be more. */
        FAILED,
        /** Somebody else is at it. */
        BUSY
    }

    /** How a consumer is called: the time it takes is watched. */
    interface Call {
        void consume(LoggedEvent logged) throws Exception;

        /** Whether the consumer is going away: a failure is none of its own then. */
        boolean isEnding();
    }

    /** The consumer failed at an event; thrown to undo the transaction. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient LoggedEvent logged;

        Failed(LoggedEvent logged, Throwable cause) {
            super(cause);
            this.logged = logged;
        }
    }

    /** Does the next ones that have never been tried, up to {@code end} of the lane at least. */
    Result fresh(EventConsumer consumer, Call call, int lane, long end) {
        try {
            return batch(consumer, call, lane, end, BATCH_MAX);
        } catch (Failed several) {
            LOG.debug("{} failed within a batch; its events are done one by one", consumer.name(), several);
        }
        if (call.isEnding()) {
            return Result.BUSY;
        }
        for (int done = 0; done < BATCH_MAX; done++) {
            try {
                Result result = batch(consumer, call, lane, end, 1);
                if (result != Result.MORE) {
                    return result;
                }
            } catch (Failed one) {
                if (call.isEnding()) {
                    return Result.BUSY;
                }
                putAside(consumer, one);
                return Result.FAILED;
            }
        }
        return Result.MORE;
    }

    private Result batch(EventConsumer consumer, Call call, int lane, long end, int limit) {
        return attempt(tried -> {
            List<Long> place = registrations.lock(consumer.name(), lane, clock.instant());
            if (place.isEmpty()) {
                return Result.BUSY;
            }
            List<LoggedEvent> events = log.after(lane, place.get(0), consumer.name(), consumer.types(), limit);
            if (events.isEmpty()) {
                if (end - place.get(0) > IDLE_POSITIONS_MAX) {
                    registrations.advance(consumer.name(), lane, end);
                }
                return Result.END;
            }
            long until = System.nanoTime() + BATCH_TIME_MAX.toNanos();
            long reached = place.get(0);
            int done = 0;
            while (done < events.size() && (done == 0 || System.nanoTime() < until)) {
                LoggedEvent logged = events.get(done++);
                if (logged.heldBack()) {
                    parked.hold(consumer.name(), logged, ids.next(), clock.instant());
                } else {
                    consume(call, logged, tried);
                }
                reached = logged.position();
            }
            registrations.advance(consumer.name(), lane, reached);
            return done == limit || done < events.size() ? Result.MORE : Result.END;
        });
    }

    /** In a transaction. What fails only when it ends, as a unique key that is checked then, is the consumer's failure too. */
    private Result attempt(Function<AtomicReference<LoggedEvent>, Result> work) {
        AtomicReference<LoggedEvent> tried = new AtomicReference<>();
        try {
            return transactions.requiresNew(() -> work.apply(tried));
        } catch (Failed e) {
            throw e;
        } catch (RuntimeException e) {
            if (tried.get() != null) {
                throw new Failed(tried.get(), e);
            }
            throw e;
        }
    }

    private void consume(Call call, LoggedEvent logged, AtomicReference<LoggedEvent> tried) {
        tried.set(logged);
        Caller system = Caller.system().in(logged.event().company());
        try {
            callers.callAs(system, () -> {
                call.consume(logged);
                return logged;
            });
        } catch (Exception | LinkageError e) {
            throw new Failed(logged, e);
        }
    }

    private void putAside(EventConsumer consumer, Failed failure) {
        LoggedEvent logged = failure.logged;
        transactions.requiresNew(() -> {
            Instant now = clock.instant();
            List<Long> place = registrations.lock(consumer.name(), logged.lane(), now);
            if (place.isEmpty() || place.get(0) >= logged.position()) {
                return logged;
            }
            parked.failed(consumer.name(), logged, ids.next(), now, now.plus(Retries.after(1).orElseThrow()), error(failure.getCause()));
            registrations.advance(consumer.name(), logged.lane(), logged.position());
            return logged;
        });
        LOG.warn("{} failed to act on {} {} of {}; later events of it wait until it succeeds",
                consumer.name(), logged.event().type(), logged.event().id(), logged.event().aggregate(), failure.getCause());
    }

    /** Tries the next one again that is due. */
    Result again(EventConsumer consumer, Call call, int lane) {
        try {
            return attempt(tried -> {
                Instant now = clock.instant();
                if (registrations.lock(consumer.name(), lane, now).isEmpty()) {
                    return Result.BUSY;
                }
                Optional<ParkedEvents.Parked> due = parked.next(consumer.name(), lane, now);
                if (due.isEmpty()) {
                    return Result.END;
                }
                consume(call, due.get().logged(), tried);
                parked.done(consumer.name(), lane, due.get().logged().event().aggregate(), due.get().id(), clock.instant());
                return Result.MORE;
            });
        } catch (Failed failure) {
            if (call.isEnding()) {
                return Result.BUSY;
            }
            failedAgain(consumer, failure);
            return Result.FAILED;
        }
    }

    private void failedAgain(EventConsumer consumer, Failed failure) {
        LoggedEvent logged = failure.logged;
        boolean dead = transactions.requiresNew(() -> {
            Instant now = clock.instant();
            if (registrations.lock(consumer.name(), logged.lane(), now).isEmpty()) {
                return false;
            }
            Optional<ParkedEvents.Parked> tried = parked.next(consumer.name(), logged.lane(), now)
                    .filter(next -> next.logged().position() == logged.position());
            if (tried.isEmpty()) {
                return false;
            }
            int tries = tried.get().tries() + 1;
            Optional<Instant> next = Retries.after(tries).map(now::plus);
            parked.failedAgain(tried.get().id(), tries, now, next, error(failure.getCause()));
            return next.isEmpty();
        });
        if (dead) {
            LOG.error("{} failed too often to act on {} {}; it is a dead letter, and waits for an administrator",
                    consumer.name(), logged.event().type(), logged.event().id(), failure.getCause());
        }
    }

    /** What a consumer has said, as it is kept. */
    static String error(Throwable failure) {
        String reason = Reason.of(failure);
        return reason.substring(0, Math.min(reason.length(), ParkedEvents.ERROR_LENGTH_MAX));
    }
}
