package org.zaledje.platform.service.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

/** The platform's record of the changelogs that this database has, by their fingerprints. */
final class AppliedChangelogs {

    private static final String NO_SUCH_TABLE_STATES = "42";

    private final Clock clock;

    AppliedChangelogs(Clock clock) {
        this.clock = clock;
    }

    boolean contains(Connection connection, String dataSource, String sha256) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from sys_migration where data_source = ? and sha256 = ?")) {
            query.setString(1, dataSource);
            query.setString(2, sha256);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            // The very first changelog, the platform's own, makes the table.
            if (isWithoutTable(e)) {
                return false;
            }
            throw e;
        }
    }

    static boolean isWithoutTable(SQLException problem) {
        return problem.getSQLState() != null && problem.getSQLState().startsWith(NO_SUCH_TABLE_STATES);
    }

    void add(Connection connection, String dataSource, String sha256) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sys_migration values (?, ?, ?)")) {
            insert.setString(1, dataSource);
            insert.setString(2, sha256);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }
}
