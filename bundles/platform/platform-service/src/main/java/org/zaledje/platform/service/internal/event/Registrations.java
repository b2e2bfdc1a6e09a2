package org.zaledje.platform.service.internal.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zaledje.platform.service.internal.database.Sql;

/** The consumers that are known, be they there or away, and how far they have come. In the transaction of this thread. */
final class Registrations {

    private final Sql sql;

    Registrations(Sql sql) {
        this.sql = sql;
    }

    /** Whether a consumer of this name has ever been registered, and not been forgotten. */
    boolean isKnown(String consumer) {
        return !sql.list("select name from sys_event_consumer where name = ?", row -> row.getString(1), consumer).isEmpty();
    }

    /** Makes a consumer known. It begins where the log ends now. */
    void add(String consumer, Instant now, long[] ends) {
        sql.update("insert into sys_event_consumer (name, registered_at) values (?, ?)", consumer, now);
        sql.batch("insert into sys_event_cursor (consumer, lane, position) values (?, ?, ?)", IntStream.range(0, Lanes.COUNT)
                .mapToObj(lane -> new Object[] {consumer, lane, ends[lane]}).toList());
    }

    /** Keeps what it wants, which a newer version of its function may have changed. */
    void setTypes(String consumer, Collection<String> types) {
        Set<String> wanted = new TreeSet<>(types);
        Set<String> kept = new TreeSet<>(sql.list(
                "select type from sys_event_consumer_type where consumer = ?", row -> row.getString(1), consumer));
        if (!kept.equals(wanted)) {
            sql.update("delete from sys_event_consumer_type where consumer = ?", consumer);
            sql.batch("insert into sys_event_consumer_type (consumer, type) values (?, ?)",
                    wanted.stream().map(type -> new Object[] {consumer, type}).toList());
        }
    }

    /** Forgets a consumer with all that waits for it. */
    boolean remove(String consumer) {
        for (String table : List.of("sys_event_parked", "sys_event_cursor", "sys_event_consumer_type")) {
            sql.update("delete from " + table + " where consumer = ?", consumer);
        }
        return sql.update("delete from sys_event_consumer where name = ?", consumer) > 0;
    }

    /** How far it has come in each lane. */
    long[] positions(String consumer) {
        long[] positions = new long[Lanes.COUNT];
        sql.list("select lane, position from sys_event_cursor where consumer = ?",
                row -> positions[row.getInt(1)] = row.getLong(2), consumer);
        return positions;
    }

    /**
     * How far it has come in a lane, which nobody else may change until this transaction has ended. Empty when somebody
     * else is at it, on this node or another one, or when it is forgotten.
     */
    List<Long> lock(String consumer, int lane, Instant now) {
        return sql.list("select position from sys_event_cursor where consumer = ? and lane = ?"
                + " and (lease_until is null or lease_until < ?) for update skip locked", row -> row.getLong(1), consumer, lane, now);
    }

    /** Keeps a lane that is locked for the time after this transaction. */
    void lease(String consumer, int lane, UUID owner, Instant until) {
        sql.update("update sys_event_cursor set lease_owner = ?, lease_until = ? where consumer = ? and lane = ?",
                owner, until, consumer, lane);
    }

    /** Ends a lease; whether it was still this owner's. Nobody else is at the lane until this transaction has ended. */
    boolean release(String consumer, int lane, UUID owner) {
        return sql.update("update sys_event_cursor set lease_owner = null, lease_until = null"
                + " where consumer = ? and lane = ? and lease_owner = ?", consumer, lane, owner) > 0;
    }

    void advance(String consumer, int lane, long position) {
        sql.update("update sys_event_cursor set position = ? where consumer = ? and lane = ?", position, consumer, lane);
    }
}
