package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

@Timeout(120)
class DatabaseTest {

    private static final int VIOLATIONS = 1_000;

    private final GeronimoTransactionManager transactions = transactions();

    private static GeronimoTransactionManager transactions() {
        try {
            return new GeronimoTransactionManager();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test does with the pool of a database that has the table {@code t (x int primary key)}. */
    private interface Work {
        void with(DataSource pooled) throws Exception;
    }

    private void on(Engine engine, Work work) throws Exception {
        try (TestDatabase test = engine.create()) {
            Database database = new Database(new DatabaseSettings(test.url(), test.user(), ""),
                    new TransactionManagerWrapper(transactions));
            try {
                execute(database.plain(), "create table t (x int primary key)");
                work.with(database.pooled());
            } finally {
                database.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rollingBackTheThreadsTransactionTakesBackWhatAllItsConnectionsDid(Engine engine) throws Exception {
        on(engine, pooled -> {
            transactions.begin();
            execute(pooled, "insert into t values (1)");
            execute(pooled, "insert into t values (2)");
            transactions.rollback();
            assertEquals(0, count(pooled));
        });
    }

    @ParameterizedTest
    @EnumSource
    void committingTheThreadsTransactionKeepsIt(Engine engine) throws Exception {
        on(engine, pooled -> {
            transactions.begin();
            execute(pooled, "insert into t values (1)");
            transactions.commit();
            assertEquals(1, count(pooled));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aThousandUniqueViolationsCostNoConnection(Engine engine) throws Exception {
        on(engine, pooled -> {
            execute(pooled, "insert into t values (1)");
            Set<String> connections = new HashSet<>();
            for (int i = 0; i < VIOLATIONS; i++) {
                transactions.begin();
                try (Connection connection = pooled.getConnection()) {
                    connections.add(id(connection, engine));
                    SQLException violation = assertThrows(SQLException.class,
                            () -> execute(connection, "insert into t values (1)"));
                    assertEquals("23505", violation.getSQLState());
                }
                transactions.rollback();
            }
            assertTrue(connections.size() <= 3, connections.size() + " connections were used");
            assertEquals(1, count(pooled));
        });
    }

    @ParameterizedTest
    @EnumSource
    void thePoolTellsHowManyConnectionsAreInUse(Engine engine) throws Exception {
        on(engine, pooled -> {
            MeteredDataSource pool = (MeteredDataSource) pooled;
            List<Duration> waits = new ArrayList<>();
            pool.observe(waits::add);
            transactions.begin();
            execute(pooled, "insert into t values (1)");
            assertEquals(1, pool.inUse());
            transactions.commit();
            assertEquals(0, pool.inUse());
            assertTrue(pool.idle() >= 1);
            assertEquals(0, pool.waiting());
            assertEquals(1, waits.size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsShareThePool(Engine engine) throws Exception {
        on(engine, pooled -> {
            ExecutorService threads = Executors.newFixedThreadPool(40);
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int x = i;
                results.add(threads.submit(() -> {
                    transactions.begin();
                    execute(pooled, "insert into t values (" + x + ")");
                    transactions.commit();
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
            threads.shutdown();
            assertEquals(400, count(pooled));
        });
    }

    @Test
    void interruptsDoNotCloseTheEmbeddedDatabase(@TempDir Path data) throws Exception {
        Database database = new Database(DatabaseSettings.of(Map.of(), data), new TransactionManagerWrapper(transactions));
        try {
            execute(database.plain(), "create table t (x int primary key)");
            AtomicInteger kept = new AtomicInteger();
            Thread worker = new Thread(() -> insertUntil(database, kept, 300));
            worker.start();
            while (worker.isAlive()) {
                worker.interrupt();
                Thread.onSpinWait();
            }
            assertEquals(300, count(database.pooled()));
        } finally {
            database.close();
        }
    }

    private static void insertUntil(Database database, AtomicInteger kept, int enough) {
        while (kept.get() < enough) {
            try {
                LocalTransaction.in(database.plain(), connection -> {
                    execute(connection, "insert into t values (" + kept.get() + ")");
                    return null;
                });
                kept.incrementAndGet();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String id(Connection connection, Engine engine) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        engine == Engine.H2 ? "select session_id()" : "select pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int count(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
