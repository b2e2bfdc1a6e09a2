package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class DurableDataSourceTest {

    private final TestDatabase database = Engine.H2.create();
    private final AtomicInteger rounds = new AtomicInteger();
    private final SingleWriter writer = new SingleWriter(Duration.ofSeconds(2), Duration.ofMillis(500));
    private final DurableDataSource dataSource =
            new DurableDataSource(database.dataSource(), writer, new CommitBarrier(rounds::incrementAndGet));

    @BeforeEach
    void table() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int primary key)");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangePassesTheBarrierOnce() throws SQLException {
        LocalTransaction.in(dataSource, connection -> execute(connection, "insert into t values (1)"));
        assertEquals(1, rounds.get());
    }

    @Test
    void readingDoesNotWaitForTheDisk() throws SQLException {
        LocalTransaction.in(dataSource, connection -> execute(connection, "select * from t"));
        assertEquals(0, rounds.get());
    }

    @Test
    void whatIsRolledBackDoesNotWaitForTheDisk() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertEquals(0, rounds.get());
    }

    @Test
    void turningAutoCommitOnIsACommitToo() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into t values (1)");
            connection.setAutoCommit(true);
        }
        assertEquals(1, rounds.get());
    }

    @Test
    void errorsOfTheDriverComeThroughAsTheyAre() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SQLException error = assertThrows(SQLException.class, () -> execute(connection, "select * from nothing"));
            assertEquals("42S02", error.getSQLState());
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
