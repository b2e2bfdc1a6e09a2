package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.event.LaneDelivery.Call;
import org.zaledje.platform.service.internal.event.LaneDelivery.Result;
import org.zaledje.platform.transaction.Transactions;

/**
 * Brings the events of one lane to a consumer outside of the database. A slow one must not keep a connection, so the
 * lane is leased for the time of the call: what comes of it is kept only while the lease is still the caller's. A node
 * that is killed meanwhile leaves the event to be delivered again, by another one, when the lease is over.
 */
final class OutsideDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideDelivery.class);
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final int LOOKED_AT_MAX = 100;

    private final Transactions transactions;
    private final EventLog log;
    private final Registrations registrations;
    private final ParkedEvents parked;
    private final IdSource ids;
    private final Clock clock;
    private final UUID node;

    OutsideDelivery(Transactions transactions, Sql sql, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.log = new EventLog(sql);
        this.registrations = new Registrations(sql);
        this.parked = new ParkedEvents(sql);
        this.ids = ids;
        this.clock = clock;
        this.node = ids.next();
    }

    /** Either an event to deliver, or what came of looking for one. */
    private record Taken(Optional<LoggedEvent> event, Result otherwise) {
    }

    Result fresh(OutsideConsumer consumer, Call call, int lane) {
        Taken taken = transactions.requiresNew(() -> take(consumer, lane));
        if (taken.event().isEmpty()) {
            return taken.otherwise();
        }
        LoggedEvent logged = taken.event().get();
        Optional<String> failure = send(call, logged);
        if (failure.isPresent() && call.isEnding()) {
            release(consumer, lane, place -> { });
            return Result.BUSY;
        }
        release(consumer, lane, now -> {
            failure.ifPresent(error -> parked.failed(consumer.name(), logged, ids.next(), now,
                    now.plus(Retries.after(1).orElseThrow()), error));
            registrations.advance(consumer.name(), lane, logged.position());
        });
        return failure.isPresent() ? Result.FAILED : Result.MORE;
    }

    private Taken take(OutsideConsumer consumer, int lane) {
        Instant now = clock.instant();
        List<Long> place = registrations.lock(consumer.name(), lane, now);
        if (place.isEmpty()) {
            return new Taken(Optional.empty(), Result.BUSY);
        }
        List<LoggedEvent> events = log.after(lane, place.get(0), consumer.name(), consumer.types(), LOOKED_AT_MAX);
        long passed = place.get(0);
        for (LoggedEvent logged : events) {
            if (consumer.wants(logged.event()) && !logged.heldBack()) {
                registrations.advance(consumer.name(), lane, passed);
                registrations.lease(consumer.name(), lane, node, now.plus(LEASE));
                return new Taken(Optional.of(logged), Result.MORE);
            }
            if (logged.heldBack() && consumer.wants(logged.event())) {
                parked.hold(consumer.name(), logged, ids.next(), now);
            }
            passed = logged.position();
        }
        if (!events.isEmpty()) {
            registrations.advance(consumer.name(), lane, passed);
        }
        return new Taken(Optional.empty(), events.size() == LOOKED_AT_MAX ? Result.MORE : Result.END);
    }

    Result again(OutsideConsumer consumer, Call call, int lane) {
        Optional<Optional<ParkedEvents.Parked>> taken = transactions.requiresNew(() -> {
            Instant now = clock.instant();
            if (registrations.lock(consumer.name(), lane, now).isEmpty()) {
                return Optional.empty();
            }
            Optional<ParkedEvents.Parked> due = parked.next(consumer.name(), lane, now);
            due.ifPresent(one -> registrations.lease(consumer.name(), lane, node, now.plus(LEASE)));
            return Optional.of(due);
        });
        if (taken.isEmpty()) {
            return Result.BUSY;
        }
        if (taken.get().isEmpty()) {
            return Result.END;
        }
        ParkedEvents.Parked due = taken.get().get();
        Optional<String> failure = send(call, due.logged());
        if (failure.isPresent() && call.isEnding()) {
            release(consumer, lane, now -> { });
            return Result.BUSY;
        }
        release(consumer, lane, now -> {
            if (failure.isEmpty()) {
                parked.done(consumer.name(), lane, due.logged().event().aggregate(), due.id(), now);
            } else {
                parked.failedAgain(due.id(), due.tries() + 1, now, Retries.after(due.tries() + 1).map(now::plus), failure.get());
            }
        });
        return failure.isPresent() ? Result.FAILED : Result.MORE;
    }

    /** What went wrong, if anything did. */
    private static Optional<String> send(Call call, LoggedEvent logged) {
        try {
            call.consume(logged);
            return Optional.empty();
        } catch (Exception | LinkageError e) {
            LOG.debug("{} was not delivered", logged.event().id(), e);
            return Optional.of(LaneDelivery.error(e));
        }
    }

    /** Keeps what came of it, if the lease is still ours. */
    private void release(OutsideConsumer consumer, int lane, Consumer<Instant> result) {
        transactions.requiresNew(() -> {
            boolean ours = registrations.release(consumer.name(), lane, node);
            if (ours) {
                result.accept(clock.instant());
            }
            return ours;
        });
    }
}
