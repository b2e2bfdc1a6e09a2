package org.zaledje.platform.service.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.zaledje.platform.audit.Digest;

/** A row of {@code sys_audit_record}: what it says, and the MAC by which it is known to be the platform's own. */
record AuditRow(Content content, String mac) {

    static final String COLUMNS = "r.company_id, r.id, r.recorded_at, r.actor, r.door, r.correlation, r.record_type,"
            + " r.record_id, r.action, r.fields_before, r.fields_after, r.digest, r.mac";

    /** From {@link #COLUMNS}, the first of which is column {@code first}. */
    static AuditRow read(ResultSet row, int first) throws SQLException {
        return new AuditRow(new Content(row.getObject(first, UUID.class), row.getObject(first + 1, UUID.class),
                row.getObject(first + 2, OffsetDateTime.class).toInstant(), row.getString(first + 3),
                row.getString(first + 4), row.getString(first + 5), row.getString(first + 6), row.getString(first + 7),
                row.getString(first + 8), row.getString(first + 9), row.getString(first + 10), row.getString(first + 11)),
                row.getString(first + 12));
    }

    RowKey key() {
        return new RowKey(content.company(), content.id());
    }

    /** The link of the chain that holds this row at a position, after the link before. */
    String link(long position, String previous) {
        return new Digest().add(previous).add(position).add(content.encoded()).add(mac).hex();
    }
}
