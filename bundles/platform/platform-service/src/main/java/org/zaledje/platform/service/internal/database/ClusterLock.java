package org.zaledje.platform.service.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps what must not be done twice to one node at a time, by PostgreSQL's advisory locks, which go with the connection
 * that has them. An embedded database has one node only: its file is locked.
 */
public enum ClusterLock {
    /** Changing tables. */
    MIGRATION,
    /** Making what there must be one of: the first administrator, the first company. */
    FIRST_START;

    private static final long KEY = 0x7A61_6C65_646A_6500L;
    private static final int WAIT_MINUTES_MAX = 10;

    /** Waits for the lock, and keeps it until the connection is closed or {@link #release(Connection)}. */
    public void hold(Connection connection) throws SQLException {
        execute(connection, "set lock_timeout = '" + WAIT_MINUTES_MAX + "min'", "select pg_advisory_lock(" + key() + ")",
                "set lock_timeout = 0");
    }

    /** Gives it back before the connection is closed. */
    public void release(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_unlock(" + key() + ")");
    }

    /** Waits for the lock, and keeps it until the connection's transaction ends. */
    public void holdInTransaction(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + key() + ")");
    }

    /** As {@link #holdInTransaction(Connection)}, in the transaction of this thread. */
    public void holdInTransaction(Sql sql) {
        if (sql.isPostgresql()) {
            sql.list("select pg_advisory_xact_lock(" + key() + ")", row -> key());
        }
    }

    private long key() {
        return KEY + ordinal();
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
