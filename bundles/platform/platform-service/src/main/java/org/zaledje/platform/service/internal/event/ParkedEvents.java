package org.zaledje.platform.service.internal.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.service.internal.database.Sql;

/** Events that a consumer has failed to act on, and those held back behind them. In the transaction of this thread. */
final class ParkedEvents {

    static final int ERROR_LENGTH_MAX = 2_000;

    private static final String SELECT = "select e.lane, e.position, e.id, e.company_id, e.type, e.aggregate_id, e.published_at,"
            + " e.published_by, coalesce(p.payload, e.payload) as payload, p.tries, p.id as parked_id"
            + " from sys_event_parked p join sys_event e on e.lane = p.lane and e.position = p.position";

    private final Sql sql;

    ParkedEvents(Sql sql) {
        this.sql = sql;
    }

    /** One that is to be tried again. */
    record Parked(UUID id, LoggedEvent logged, int tries) {
    }

    /** Consumer and lane. */
    record Due(String consumer, int lane) {
    }

    /** Keeps one that has failed for the first time. */
    void failed(String consumer, LoggedEvent logged, UUID id, Instant now, Instant next, String error) {
        park(consumer, logged, id, "RETRY", 1, next, now, error);
    }

    /** Keeps one whose aggregate has an earlier one here. */
    void hold(String consumer, LoggedEvent logged, UUID id, Instant now) {
        park(consumer, logged, id, "HELD", 0, now, null, null);
    }

    private void park(String consumer, LoggedEvent logged, UUID id, String state, int tries, Instant next, Instant failed, String error) {
        sql.update("insert into sys_event_parked (consumer, lane, position, id, aggregate_id, state, tries, next_at, failed_at,"
                + " error) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", consumer, logged.lane(), logged.position(), id,
                logged.event().aggregate(), state, tries, next, failed, error);
    }

    /** What is due to be tried again, over all consumers; at most {@code limit}. */
    List<Due> due(Instant now, int limit) {
        return sql.list("select distinct consumer, lane from sys_event_parked where state = 'RETRY' and next_at <= ?"
                + " fetch first ? rows only", row -> new Due(row.getString(1), row.getInt(2)), now, limit);
    }

    /** The next one of a lane that is due. */
    Optional<Parked> next(String consumer, int lane, Instant now) {
        return sql.list(SELECT + " where p.consumer = ? and p.lane = ? and p.state = 'RETRY' and p.next_at <= ?"
                + " order by p.next_at, p.position fetch first 1 rows only",
                row -> new Parked(row.getObject("parked_id", UUID.class), EventLog.logged(row, row.getString("payload"), false), row.getInt("tries")), consumer, lane, now)
                .stream().findFirst();
    }

    /** Nobody else changes it until this transaction ends. */
    void lock(UUID id) {
        sql.list("select id from sys_event_parked where id = ? for update", row -> id, id);
    }

    /** From now on this payload is delivered. */
    void repair(UUID id, String payload) {
        sql.update("update sys_event_parked set payload = ? where id = ?", payload, id);
    }

    /** A dead letter is tried once more. */
    void resend(UUID id, Instant now) {
        sql.update("update sys_event_parked set state = 'RETRY', next_at = ? where id = ?", now, id);
    }

    /** Takes one out that is done with; the next one of its aggregate is due at once. */
    void done(String consumer, int lane, UUID aggregate, UUID id, Instant now) {
        sql.update("delete from sys_event_parked where id = ?", id);
        sql.update("update sys_event_parked set state = 'RETRY', next_at = ? where consumer = ? and lane = ? and state = 'HELD'"
                + " and position = (select min(position) from sys_event_parked where consumer = ? and lane = ?"
                + " and aggregate_id = ?)", now, consumer, lane, consumer, lane, aggregate);
    }

    /** Has failed again. Without a next time it is a dead letter. */
    void failedAgain(UUID id, int tries, Instant now, Optional<Instant> next, String error) {
        sql.update("update sys_event_parked set state = ?, tries = ?, failed_at = ?, next_at = ?, error = ? where id = ?",
                next.isPresent() ? "RETRY" : "DEAD", tries, now, next.orElse(now), error, id);
    }
}
