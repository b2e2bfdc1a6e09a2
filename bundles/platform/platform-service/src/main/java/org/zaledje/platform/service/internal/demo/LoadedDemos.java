package org.zaledje.platform.service.internal.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;
import org.zaledje.platform.service.internal.database.LocalTransaction;

/** The record of the functions whose demo content this database has. */
final class LoadedDemos {

    private final DataSource dataSource;
    private final Clock clock;

    LoadedDemos(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    boolean contains(String functionId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from sys_demo where function_id = ?")) {
            query.setString(1, functionId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    void add(String functionId) throws SQLException {
        LocalTransaction.in(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into sys_demo values (?, ?)")) {
                insert.setString(1, functionId);
                insert.setTimestamp(2, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }
}
