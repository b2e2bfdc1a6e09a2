package org.zaledje.platform.service.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;

/**
 * A process of its own to be killed: many threads, each of which counts up a row and keeps the number in another table, in
 * one transaction. Prints what it has committed, a line each.
 */
final class WritersProcess {

    static final String KEPT = "kept ";
    static final int WRITERS = 18;
    /** Lie between the two tables, so that it takes H2 some time from one to the other when it writes its file. */
    private static final int OTHER_TABLES = 1_000;

    private WritersProcess() {
    }

    /** Arguments: address of the database, and its user. */
    public static void main(String[] arguments) throws Exception {
        Database database = new Database(new DatabaseSettings(arguments[0], arguments[1], ""),
                new TransactionManagerWrapper(new GeronimoTransactionManager()));
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            new Thread(() -> write(database.plain(), number)).start();
        }
    }

    static void tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table counter (writer integer primary key, number bigint not null)");
            for (int table = 0; table < OTHER_TABLES; table++) {
                statement.execute("create table other_" + table + " (x integer primary key)");
            }
            statement.execute("create table kept (writer integer, number bigint, primary key (writer, number))");
            for (int writer = 0; writer < WRITERS; writer++) {
                statement.execute("insert into counter values (" + writer + ", 0)");
            }
        }
    }

    private static void write(DataSource dataSource, int writer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement last = connection.prepareStatement("select number from counter where writer = ?");
                PreparedStatement count = connection.prepareStatement("update counter set number = number + 1 where writer = ?");
                PreparedStatement keep = connection.prepareStatement("insert into kept values (?, ?)")) {
            connection.setAutoCommit(false);
            last.setInt(1, writer);
            count.setInt(1, writer);
            keep.setInt(1, writer);
            ResultSet row = last.executeQuery();
            row.next();
            for (long number = row.getLong(1) + 1;; number++) {
                count.executeUpdate();
                keep.setLong(2, number);
                keep.executeUpdate();
                connection.commit();
                synchronized (System.out) {
                    System.out.println(KEPT + writer + " " + number);
                    System.out.flush();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
