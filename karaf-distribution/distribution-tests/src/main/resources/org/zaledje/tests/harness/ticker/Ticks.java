package org.example.ticker;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;

/** What the jobs write. */
record Ticks(DataSource dataSource) {

    int note(Job job, JobRun run) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into tck_tick (job, run_id, node, epoch) values (?, ?, ?, ?)")) {
            insert.setString(1, job.id());
            insert.setObject(2, run.id());
            insert.setObject(3, run.node());
            insert.setLong(4, run.epoch());
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
