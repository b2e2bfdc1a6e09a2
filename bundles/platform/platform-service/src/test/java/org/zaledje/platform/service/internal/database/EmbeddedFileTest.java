package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedFileTest {

    @TempDir
    private Path folder;

    private final SingleWriter writer = new SingleWriter(Duration.ofSeconds(5), Duration.ofSeconds(1));

    @Test
    void h2WritesItsFileOnlyWhenItIsTold() throws SQLException {
        EmbeddedFile file = file();
        file.open();
        try (Connection connection = settings().driver().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'WRITE_DELAY'")) {
            row.next();
            assertEquals(Integer.MAX_VALUE, row.getInt(1));
        }
        file.close();
    }

    @Test
    void aDatabaseThatHasClosedItselfIsOpenedAgainAndKeepsWhatWasForced() throws SQLException {
        EmbeddedFile file = file();
        DurableDataSource dataSource = new DurableDataSource(settings().driver(), writer, new CommitBarrier(file));
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table t (x integer primary key)");
        }
        insert(dataSource, 1);
        try (Connection connection = settings().driver().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
        insert(dataSource, 2);
        file.close();
        assertThrows(SQLException.class, () -> insert(dataSource, 3));
        try (Connection connection = settings().driver().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            assertEquals(2, row.getInt(1));
        }
    }

    private EmbeddedFile file() {
        return new EmbeddedFile(settings().driver(), writer);
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.of(Map.of(), folder);
    }

    private static void insert(DurableDataSource dataSource, int x) throws SQLException {
        LocalTransaction.in(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                insert.setInt(1, x);
                return insert.executeUpdate();
            }
        });
    }
}
