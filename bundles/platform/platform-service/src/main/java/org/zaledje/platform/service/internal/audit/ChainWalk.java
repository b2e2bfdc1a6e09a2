package org.zaledje.platform.service.internal.audit;

import static org.zaledje.platform.service.internal.audit.AuditTexts.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.service.internal.database.Sql;

/** Walks the chain from its first link to its head, in pages, and compares it with heads that were kept outside. */
final class ChainWalk {

    static final int PAGE_ROWS = 1_000;

    private static final String RECORDS = "sys_audit_record";
    private static final String LINKS = "sys_audit_link";
    private static final String HEADS = "sys_audit_head";

    private final Sql sql;
    private final AuditKey key;
    private final Run run;
    private final Map<Long, List<Heads.Kept>> kept = new TreeMap<>();
    private Head last = new Head(0, "0".repeat(64));

    ChainWalk(Sql sql, AuditKey key, List<Heads.Kept> heads, Run run) {
        this.sql = sql;
        this.key = key;
        this.run = run;
        heads.forEach(this::expect);
    }

    private record Link(Head head, RowKey key, Optional<AuditRow> row) {
    }

    private void expect(Heads.Kept head) {
        if (head.head().isEmpty()) {
            found("audit", head.file().toString(), "audit.head-unreadable");
            return;
        }
        kept.computeIfAbsent(head.head().get().position(), position -> new ArrayList<>()).add(head);
    }

    /**
     * Walks all links.
     *
     * @param end the head as the database has it
     */
    void walk(Head end) {
        compareWithKept();
        List<Link> page;
        do {
            page = page();
            page.forEach(this::check);
            run.read(page.size());
        } while (page.size() == PAGE_ROWS);
        if (last.position() < end.position()) {
            found(HEADS, Long.toString(end.position()), "audit.tail-missing", Long.toString(last.position()));
        }
        kept.values().stream().flatMap(List::stream).filter(head -> head.head().orElseThrow().position() > last.position())
                .forEach(head -> found(LINKS, Long.toString(last.position() + 1), "audit.tail-missing-by-head",
                        Long.toString(last.position()), head.file().toString(),
                        Long.toString(head.head().orElseThrow().position())));
    }

    /** After the walk, when the head can only have gone on. */
    void compareWithHead(Head now) {
        if (now.position() < last.position() || now.position() == last.position() && !now.equals(last)) {
            found(HEADS, Long.toString(now.position()), "audit.head-altered", Long.toString(last.position()));
        }
    }

    private List<Link> page() {
        return sql.list("select l.position, l.hash, l.company_id, l.record_id, " + AuditRow.COLUMNS
                + " from sys_audit_link l"
                + " left join sys_audit_record r on r.company_id = l.company_id and r.id = l.record_id"
                + " where l.position > ? order by l.position limit " + PAGE_ROWS, ChainWalk::link, last.position());
    }

    private static Link link(ResultSet row) throws SQLException {
        boolean present = row.getObject(5) != null;
        return new Link(new Head(row.getLong(1), row.getString(2)),
                new RowKey(row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
                present ? Optional.of(AuditRow.read(row, 5)) : Optional.empty());
    }

    private void check(Link link) {
        long position = last.position() + 1;
        if (link.head().position() != position) {
            found(LINKS, Long.toString(position), "audit.link-missing", Long.toString(link.head().position()));
        }
        String id = link.key().id().toString();
        if (link.row().isEmpty()) {
            found(RECORDS, id, "audit.record-missing", Long.toString(link.head().position()));
        } else if (!key.hasSigned(link.row().get())) {
            found(RECORDS, id, "audit.record-altered", described(link.row().get()));
        } else if (link.head().position() == position
                && !link.row().get().link(position, last.hash()).equals(link.head().hash())) {
            found(LINKS, Long.toString(position), "audit.link-altered", id);
        }
        last = link.head();
        compareWithKept();
    }

    private void compareWithKept() {
        kept.getOrDefault(last.position(), List.of()).stream().filter(head -> !head.head().orElseThrow().equals(last))
                .forEach(head -> found(LINKS, Long.toString(last.position()), "audit.head-contradicts",
                        head.file().toString()));
    }

    /** Rows that are in no link: those of the last moments, or such as somebody has put there or taken from the queue. */
    void unchained() {
        RowKey after = new RowKey(new UUID(0, 0), new UUID(0, 0));
        long waiting = 0;
        List<Unchained> page;
        do {
            page = sql.list("select p.position, " + AuditRow.COLUMNS + " from sys_audit_record r"
                    + " left join sys_audit_pending p on p.company_id = r.company_id and p.record_id = r.id"
                    + " where (r.company_id > ? or r.company_id = ? and r.id > ?) and not exists (select 1"
                    + " from sys_audit_link l where l.company_id = r.company_id and l.record_id = r.id)"
                    + " order by r.company_id, r.id limit " + PAGE_ROWS,
                    row -> new Unchained(row.getObject(1) != null, AuditRow.read(row, 2)),
                    after.company(), after.company(), after.id());
            for (Unchained row : page) {
                waiting += check(row);
                after = row.row().key();
            }
        } while (page.size() == PAGE_ROWS);
        run.unsealed(waiting);
    }

    private record Unchained(boolean queued, AuditRow row) {
    }

    private int check(Unchained row) {
        String id = row.row().content().id().toString();
        if (!key.hasSigned(row.row())) {
            found(RECORDS, id, "audit.record-altered", described(row.row()));
        } else if (!row.queued()) {
            found(RECORDS, id, "audit.record-unchained", described(row.row()));
        } else {
            return 1;
        }
        return 0;
    }

    private static String described(AuditRow row) {
        Content content = row.content();
        return content.action() + " " + content.type() + "/" + content.recordId();
    }

    private void found(String table, String id, String code, String... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = id;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        run.found(new Finding(table, id, code, text(code, all)));
    }
}
