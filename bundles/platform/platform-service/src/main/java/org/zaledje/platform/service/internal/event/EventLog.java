package org.zaledje.platform.service.internal.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.service.internal.database.Sql;

/*
 * Why can no event be overlooked?
 *
 * A position is taken under the lock of its lane's row, and the lock is held until the commit. So positions of one lane
 * become visible in their order: who has read up to a position has seen all before it. A sequence would not give that,
 * for a transaction that drew its number early may commit late. The lock is held for moments only, because events are
 * written just before the commit, in the order of lanes, so that two publishers can't wait for each other in a circle.
 */

/** The log of events, in lanes. Everything here takes part in the transaction of this thread. */
final class EventLog {

    private static final String CONTENT =
            "id, company_id, type, aggregate_id, published_at, published_by, payload";

    /** In one statement: each of its own would be another way to the server and back. */
    private static final String APPEND_ONE = "with place as (update sys_event_lane set position = position + 1 where lane = ?"
            + " returning lane, position) insert into sys_event (lane, position, " + CONTENT + ")"
            + " select lane, position, ?, ?, ?, ?, ?, ?, ? from place";

    private final Sql sql;
    private final AtomicReference<Optional<Boolean>> postgresql = new AtomicReference<>(Optional.empty());

    EventLog(Sql sql) {
        this.sql = sql;
    }

    /** Appends events, those of one aggregate in the order given. Others that append to the same lanes wait for the commit. */
    void append(List<Event> events) {
        Map<Integer, List<Event>> byLane = events.stream()
                .collect(Collectors.groupingBy(event -> Lanes.of(event.aggregate()), TreeMap::new, Collectors.toList()));
        List<Object[]> rows = new ArrayList<>(events.size());
        byLane.forEach((lane, added) -> {
            if (added.size() == 1 && isPostgresql()) {
                Event event = added.get(0);
                sql.update(APPEND_ONE, lane, event.id(), event.company(), event.type(), event.aggregate(), event.at(), event.by(),
                        Payloads.write(event.payload()));
                return;
            }
            long position = take(lane, added.size());
            for (Event event : added) {
                rows.add(new Object[] {lane, ++position, event.id(), event.company(), event.type(), event.aggregate(),
                    event.at(), event.by(), Payloads.write(event.payload())});
            }
        });
        if (!rows.isEmpty()) {
            sql.batch("insert into sys_event (lane, position, " + CONTENT + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        }
    }

    boolean isPostgresql() {
        return postgresql.updateAndGet(known -> known.or(() -> Optional.of(sql.isPostgresql()))).get();
    }

    /**
     * Puts events aside, for a transaction that publishes more than memory should hold. They get no position yet, so nobody
     * waits for it.
     *
     * @param outbox the transaction's own
     * @param first  number of the first of them among all that it puts aside
     */
    void putAside(UUID outbox, long first, List<Event> events) {
        List<Object[]> rows = new ArrayList<>(events.size());
        for (Event event : events) {
            rows.add(new Object[] {outbox, Lanes.of(event.aggregate()), first + rows.size(), event.id(), event.company(),
                event.type(), event.aggregate(), event.at(), event.by(), Payloads.write(event.payload())});
        }
        sql.batch("insert into sys_event_aside (outbox, lane, number, " + CONTENT + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /** Appends what was put aside, in the order of the numbers. Others that append to the same lanes wait for the commit. */
    void appendAside(UUID outbox) {
        List<long[]> lanes = sql.list("select lane, count(*) from sys_event_aside where outbox = ? group by lane order by lane",
                row -> new long[] {row.getLong(1), row.getLong(2)}, outbox);
        for (long[] lane : lanes) {
            long position = take((int) lane[0], Math.toIntExact(lane[1]));
            sql.update("insert into sys_event (lane, position, " + CONTENT + ") select lane, cast(? as bigint)"
                    + " + row_number() over (order by number), " + CONTENT + " from sys_event_aside where outbox = ? and lane = ?",
                    position, outbox, (int) lane[0]);
        }
        sql.update("delete from sys_event_aside where outbox = ?", outbox);
    }

    /** The position after which the new ones begin. */
    private long take(int lane, int count) {
        if (isPostgresql()) {
            return sql.list("update sys_event_lane set position = position + ? where lane = ? returning position",
                    row -> row.getLong(1), count, lane).get(0) - count;
        }
        long end = sql.list("select position from sys_event_lane where lane = ? for update", row -> row.getLong(1), lane).get(0);
        sql.update("update sys_event_lane set position = ? where lane = ?", end + count, lane);
        return end;
    }

    /** Where each lane ends. All up to there can be read by whoever reads afterwards. */
    long[] ends() {
        long[] ends = new long[Lanes.COUNT];
        sql.list("select lane, position from sys_event_lane", row -> ends[row.getInt(1)] = row.getLong(2));
        return ends;
    }

    /** The first events of a lane after a position that a consumer wants, at most {@code limit}. */
    List<LoggedEvent> after(int lane, long position, String consumer, Collection<String> types, int limit) {
        boolean all = types.contains(EventConsumer.EVERYTHING);
        List<Object> values = new ArrayList<>(List.of(consumer, lane, position));
        if (!all) {
            values.addAll(types);
        }
        values.add(limit);
        return sql.list("select e.*, exists (select 1 from sys_event_parked p where p.consumer = ? and p.lane = e.lane"
                + " and p.aggregate_id = e.aggregate_id) as held_back"
                + " from sys_event e where e.lane = ? and e.position > ?"
                + (all ? "" : " and e.type in (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")")
                + " order by e.position fetch first ? rows only",
                row -> logged(row, row.getString("payload"), row.getBoolean("held_back")), values.toArray());
    }

    static LoggedEvent logged(ResultSet row, String payload, boolean heldBack) throws SQLException {
        return new LoggedEvent(row.getInt("lane"), row.getLong("position"), new Event(
                row.getObject("id", UUID.class), row.getString("type"), row.getObject("aggregate_id", UUID.class),
                row.getObject("company_id", UUID.class), Sql.moment(row, "published_at").orElseThrow(), row.getString("published_by"),
                Payloads.read(payload)), heldBack);
    }

    /**
     * Removes events of a lane that are older than {@code before}, and that no consumer waits for.
     *
     * @return how many; {@code limit} when there may be more
     */
    int remove(int lane, Instant before, int limit) {
        return sql.update("delete from sys_event where lane = ? and position in (select e.position from sys_event e"
                + " where e.lane = ? and e.published_at < ?"
                + " and not exists (select 1 from sys_event_cursor c"
                + " join sys_event_consumer_type t on t.consumer = c.consumer"
                + " where c.lane = e.lane and c.position < e.position and t.type in (e.type, ?))"
                + " and not exists (select 1 from sys_event_parked p where p.lane = e.lane and p.position = e.position)"
                + " order by e.position fetch first ? rows only)",
                lane, lane, before, EventConsumer.EVERYTHING, limit);
    }
}
