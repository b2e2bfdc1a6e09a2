package org.zaledje.platform.service.internal.event;

import static org.zaledje.platform.service.internal.event.EventTexts.TEXTS;
import static org.zaledje.platform.service.internal.event.EventTexts.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Consumers and dead letters in the database. */
@Component
public final class StoredDeliveries implements EventDeliveries {

    private static final int CONSUMERS_MAX = 1_000;
    private static final String LETTERS = "e.*, r.id as letter_id, r.consumer, r.tries, r.failed_at, r.error,"
            + " r.payload as repaired, (select count(*) from sys_event_parked h where h.consumer = r.consumer"
            + " and h.lane = r.lane and h.aggregate_id = r.aggregate_id and h.state = 'HELD') as held_back";
    private static final String DEAD_EVENTS =
            "sys_event_parked r join sys_event e on e.lane = r.lane and e.position = r.position";
    private static final SqlList<DeadLetter> LIST =
            SqlList.of(DEAD_LETTERS, LETTERS, DEAD_EVENTS, StoredDeliveries::letter)
                    .held("type", "e.type", Stored.TEXT).held("aggregate", "r.aggregate_id", Stored.UUID);

    private final Transactions transactions;
    private final Sql sql;
    private final Registrations registrations;
    private final ParkedEvents parked;
    private final Dispatcher dispatcher;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public StoredDeliveries(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Dispatcher dispatcher,
            @Reference Callers callers,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.sql = new Sql(dataSource);
        this.registrations = new Registrations(sql);
        this.parked = new ParkedEvents(sql);
        this.dispatcher = dispatcher;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<ConsumerState> consumers() {
        callers.requireEverywhere(EventPermissions.READ);
        return transactions.required(() -> sql.list(
                "select name, registered_at from sys_event_consumer order by name fetch first ? rows only",
                row -> state(row.getString(1), Sql.moment(row, "registered_at").orElseThrow()), CONSUMERS_MAX));
    }

    private ConsumerState state(String name, Instant registered) {
        List<String> types = sql.list("select type from sys_event_consumer_type where consumer = ? order by type",
                row -> row.getString(1), name);
        String waiting = " from sys_event_cursor c join sys_event e on e.lane = c.lane and e.position > c.position"
                + " where c.consumer = ? and exists (select 1 from sys_event_consumer_type t where t.consumer = c.consumer"
                + " and t.type in (e.type, ?))";
        Backlog fresh = sql.first("select count(*), min(published_at) as oldest from (select e.published_at" + waiting
                + " fetch first ? rows only) as waiting", Backlog::of, name, EventConsumer.EVERYTHING,
                ConsumerState.BACKLOG_COUNTED_MAX).orElseThrow();
        Backlog aside = sql.first("select count(*), min(e.published_at) as oldest from sys_event_parked p"
                + " join sys_event e on e.lane = p.lane and e.position = p.position where p.consumer = ?", Backlog::of, name)
                .orElseThrow();
        return new ConsumerState(name, types, dispatcher.isPresent(name), registered,
                Math.min(fresh.count() + aside.count(), ConsumerState.BACKLOG_COUNTED_MAX),
                fresh.oldest().isEmpty() ? aside.oldest() : aside.oldest().filter(fresh.oldest().get()::isAfter).or(fresh::oldest),
                count(name, "RETRY"), count(name, "DEAD"));
    }

    private record Backlog(long count, Optional<Instant> oldest) {
        static Backlog of(ResultSet row) throws SQLException {
            return new Backlog(row.getLong(1), Sql.moment(row, "oldest"));
        }
    }

    private long count(String consumer, String state) {
        return sql.first("select count(*) from sys_event_parked where consumer = ? and state = ?", row -> row.getLong(1),
                consumer, state).orElseThrow();
    }

    @Override
    public void forget(String consumer) {
        callers.requireEverywhere(EventPermissions.MANAGE);
        if (dispatcher.isPresent(consumer)) {
            throw problem(Kind.CONFLICT, "events.consumer.present", consumer);
        }
        transactions.required(() -> {
            if (!registrations.remove(consumer)) {
                throw problem(Kind.NOT_FOUND, "events.consumer.not-found", consumer);
            }
            audit.record(new Change(new RecordRef("events.consumer", consumer), "events.consumer.forget",
                    Map.of("name", consumer), Map.of()));
            return consumer;
        });
    }

    @Override
    public Page<DeadLetter> deadLetters(ListQuery query) {
        Caller caller = callers.require(EventPermissions.READ);
        Map<String, Object> same = new HashMap<>(Map.of("r.state", "DEAD"));
        caller.company().ifPresent(company -> same.put("e.company_id", company));
        return transactions.required(() -> sql.page(LIST, query, same));
    }

    @Override
    public Optional<DeadLetter> deadLetter(UUID id) {
        Caller caller = callers.require(EventPermissions.READ);
        return transactions.required(() -> find(caller, id));
    }

    private Optional<DeadLetter> find(Caller caller, UUID id) {
        return sql.first("select " + LETTERS + " from " + DEAD_EVENTS + " where r.state = 'DEAD' and (e.company_id = ? or ?) and r.id = ?",
                StoredDeliveries::letter, caller.company(), caller.company().isEmpty(), id);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        String repaired = row.getString("repaired");
        return new DeadLetter(row.getObject("letter_id", UUID.class), row.getString("consumer"),
                EventLog.logged(row, repaired == null ? row.getString("payload") : repaired, false).event(),
                repaired != null, row.getInt("tries"), Sql.moment(row, "failed_at").orElseThrow(), row.getString("error"),
                row.getLong("held_back"));
    }

    @Override
    public DeadLetter repair(UUID id, Map<String, ?> payload) {
        String repaired = checked(payload);
        Caller caller = callers.require(EventPermissions.MANAGE);
        return transactions.required(() -> {
            change(caller, id, "repair", Map.of("payload", repaired), letter -> parked.repair(id, repaired));
            return find(caller, id).orElseThrow();
        });
    }

    @Override
    public String payload(UUID id) {
        return Payloads.pretty(deadLetter(id).orElseThrow(() -> missing(id)).event().payload());
    }

    @Override
    public DeadLetter repair(UUID id, String payload) {
        callers.require(EventPermissions.MANAGE);
        return repair(id, read(payload));
    }

    private static Map<String, Object> read(String json) {
        try {
            return Optional.ofNullable(Payloads.read(json)).orElseThrow(() -> invalid("null"));
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static String checked(Map<String, ?> payload) {
        try {
            return Payloads.write(payload);
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static ProblemException invalid(String reason) {
        return ProblemException.rulesBroken("events.payload.invalid", TEXTS.text("events.payload.invalid"),
                List.of(Violation.error("events.payload.content", TEXTS.text("events.payload.content", reason), "")));
    }

    private static ProblemException missing(UUID id) {
        return problem(Kind.NOT_FOUND, "events.dead-letter.not-found", id.toString());
    }

    @Override
    public void resend(UUID id) {
        Caller caller = callers.require(EventPermissions.MANAGE);
        transactions.required(() -> change(caller, id, "resend", Map.of(), letter -> parked.resend(id, clock.instant())));
    }

    @Override
    public void discard(UUID id) {
        Caller caller = callers.require(EventPermissions.MANAGE);
        transactions.required(() -> change(caller, id, "discard", Map.of(), letter -> parked.done(
                letter.consumer(), Lanes.of(letter.event().aggregate()), letter.event().aggregate(), id, clock.instant())));
    }

    private DeadLetter change(Caller caller, UUID id, String action, Map<String, String> after, Consumer<DeadLetter> work) {
        parked.lock(id);
        DeadLetter letter = find(caller, id)
                .orElseThrow(() -> missing(id));
        work.accept(letter);
        audit.record(new Change(new RecordRef("events.dead-letter", id.toString()), "events.dead-letter." + action,
                Map.of("consumer", letter.consumer(), "event", letter.event().id().toString(), "type", letter.event().type(),
                        "error", letter.error(), "payload", Payloads.write(letter.event().payload())), after));
        return letter;
    }
}
