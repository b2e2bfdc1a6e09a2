package org.zaledje.platform.service.internal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.service.internal.database.Sql;

/** A job's next time, and the lease of its one run. */
record JobRow(String id, Optional<Instant> nextAt, long epoch, Optional<UUID> run, Optional<UUID> holder) {

    static final String COLUMNS = "id, next_at, epoch, run_id, holder";

    static JobRow read(ResultSet row) throws SQLException {
        return new JobRow(row.getString("id"), Sql.moment(row, "next_at"), row.getLong("epoch"),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                Optional.ofNullable(row.getObject("holder", UUID.class)));
    }
}
