package org.zaledje.platform.service.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/*
 * How is the trail chained, and why?
 *
 * A chain whose next link is made in the business transaction makes every writer wait for the commit of the one before.
 * So a change is written with a MAC and put in a queue in its own transaction, and chained some milliseconds after the
 * commit, in batches. The queue's numbers are given by the database when a change is written: a change that was made
 * after another one was committed comes after it. Whoever chains locks the head's row for the batch, so that only one
 * node does it at a time, and the links, the queue and the head change together or not at all. What was committed before
 * a kill is still in the queue afterwards.
 */
/** The links in the database. Thread-safe. */
@Component(service = Chain.class)
public final class Chain {

    static final int BATCH_ROWS = 500;

    private static final String HEAD = "select position, hash from sys_audit_head where chain = 'audit'";

    private final DataSource dataSource;
    private final Sql sql;
    private final Transactions transactions;

    @Activate
    public Chain(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions) {
        this.dataSource = dataSource;
        this.sql = new Sql(dataSource);
        this.transactions = transactions;
    }

    /** What a batch has done. */
    record Batch(Head head, Set<RowKey> sealed) {
    }

    Head head() {
        return sql.first(HEAD, row -> new Head(row.getLong(1), row.getString(2))).orElseThrow(Chain::noHead);
    }

    /** Whether the chain still has this head, be it as its end or before later links. */
    boolean holds(Head head) {
        return head.position() == 0 || sql.first("select hash from sys_audit_link where position = ?",
                row -> row.getString(1), head.position()).filter(head.hash()::equals).isPresent();
    }

    /** How many committed changes wait to be chained; counts to 10,000 at most. */
    long waiting() {
        return sql.first("select count(*) from (select 1 from sys_audit_pending limit 10000) w", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Chains the oldest of what is in the queue. */
    Batch seal() {
        return transactions.requiresNew(() -> {
            Head locked = lock();
            List<Pending> pending = sql.list("select p.position, p.company_id, p.record_id, l.position, " + AuditRow.COLUMNS
                    + " from sys_audit_pending p"
                    + " left join sys_audit_record r on r.company_id = p.company_id and r.id = p.record_id"
                    + " left join sys_audit_link l on l.company_id = p.company_id and l.record_id = p.record_id"
                    + " order by p.position limit " + BATCH_ROWS, Chain::pending);
            if (pending.isEmpty()) {
                return new Batch(locked, Set.of());
            }
            Set<RowKey> known = new HashSet<>();
            List<Pending> fresh = pending.stream().filter(p -> !p.chained() && known.add(p.key())).toList();
            Head head = append(locked, fresh.stream().map(Pending::key).toList(), fresh.stream()
                    .flatMap(p -> p.row().stream()).collect(Collectors.toMap(AuditRow::key, Function.identity())));
            dequeue(pending);
            return new Batch(head, pending.stream().map(Pending::key).collect(Collectors.toSet()));
        });
    }

    /**
     * Chains rows that are known to be committed and are not in the queue: somebody has taken them away, which each
     * verification finds from then on. Those that another node has chained are left.
     */
    Batch sealVanished(List<AuditRow> rows) {
        return transactions.requiresNew(() -> {
            Head locked = lock();
            List<AuditRow> vanished = rows.stream().filter(row -> !isKnown(row.key())).toList();
            Head head = append(locked, vanished.stream().map(AuditRow::key).toList(),
                    vanished.stream().collect(Collectors.toMap(AuditRow::key, Function.identity())));
            return new Batch(head, vanished.stream().map(AuditRow::key).collect(Collectors.toSet()));
        });
    }

    private boolean isKnown(RowKey key) {
        return sql.first("select 1 from sys_audit_link where company_id = ? and record_id = ?"
                        + " union all select 1 from sys_audit_pending where company_id = ? and record_id = ?",
                row -> true, key.company(), key.id(), key.company(), key.id()).isPresent();
    }

    private Head lock() {
        return sql.first(HEAD + " for update", row -> new Head(row.getLong(1), row.getString(2))).orElseThrow(Chain::noHead);
    }

    private Head append(Head from, List<RowKey> keys, Map<RowKey, AuditRow> rows) {
        if (keys.isEmpty()) {
            return from;
        }
        Head head = from;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into sys_audit_link (position, company_id, record_id, hash) values (?, ?, ?, ?)")) {
            for (RowKey key : keys) {
                long position = head.position() + 1;
                String previous = head.hash();
                head = new Head(position, Optional.ofNullable(rows.get(key)).map(row -> row.link(position, previous))
                        .orElseGet(() -> key.linkOfMissing(position, previous)));
                insert.setLong(1, position);
                insert.setObject(2, key.company());
                insert.setObject(3, key.id());
                insert.setString(4, head.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be chained: " + e.getMessage(), e);
        }
        sql.update("update sys_audit_head set position = ?, hash = ? where chain = 'audit'", head.position(), head.hash());
        return head;
    }

    private void dequeue(List<Pending> pending) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from sys_audit_pending where position = ?")) {
            for (Pending entry : pending) {
                delete.setLong(1, entry.position());
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be chained: " + e.getMessage(), e);
        }
    }

    private record Pending(long position, RowKey key, boolean chained, Optional<AuditRow> row) {
    }

    private static Pending pending(java.sql.ResultSet row) throws SQLException {
        boolean chained = row.getObject(4) != null;
        boolean present = row.getObject(5) != null;
        return new Pending(row.getLong(1), new RowKey(row.getObject(2, UUID.class), row.getObject(3, UUID.class)), chained,
                present ? Optional.of(AuditRow.read(row, 5)) : Optional.empty());
    }

    private static IllegalStateException noHead() {
        return new IllegalStateException("The head of the audit trail is missing from sys_audit_head");
    }
}
