package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

@Timeout(60)
class SingleWriterTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestDatabase database = Engine.H2.create();
    private final AtomicInteger rounds = new AtomicInteger();
    private final ExecutorService others = Executors.newCachedThreadPool();

    @BeforeEach
    void table() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, "create table t (x integer primary key)");
            execute(connection, "insert into t values (0)");
        }
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        database.close();
    }

    @Test
    void aTransactionWritesWhenTheOneBeforeItHasEnded() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection first = transaction(dataSource)) {
            execute(first, "insert into t values (1)");
            Future<Integer> second = others.submit(() -> insert(dataSource, 2));
            assertWaits(second);
            first.commit();
            assertEquals(1, second.get());
            Future<Integer> third = others.submit(() -> insert(dataSource, 3));
            assertEquals(1, third.get());
        }
    }

    @Test
    void lockingARowIsWriting() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection first = transaction(dataSource)) {
            try (PreparedStatement lock = first.prepareStatement("select x from t where x = 0 for update")) {
                lock.executeQuery();
            }
            Future<Integer> second = others.submit(() -> insert(dataSource, 2));
            assertWaits(second);
            first.rollback();
            assertEquals(1, second.get());
        }
    }

    @Test
    void readersWaitForNobody() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection writer = transaction(dataSource); Connection reader = transaction(dataSource)) {
            execute(writer, "insert into t values (1)");
            assertEquals(1, others.submit(() -> count(reader)).get());
        }
    }

    @Test
    void transactionsOfOneThreadShareTheTurn() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection outer = transaction(dataSource)) {
            execute(outer, "insert into t values (1)");
            assertEquals(1, insert(dataSource, 2));
            Future<Integer> other = others.submit(() -> insert(dataSource, 3));
            assertWaits(other);
            outer.commit();
            assertEquals(1, other.get());
        }
    }

    @Test
    void aTransactionThatIsToldOnceMoreThatItIsOneKeepsItsTurn() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection first = transaction(dataSource)) {
            execute(first, "insert into t values (1)");
            first.setAutoCommit(false);
            Future<Integer> second = others.submit(() -> insert(dataSource, 2));
            assertWaits(second);
            first.commit();
            assertEquals(1, second.get());
        }
    }

    @Test
    void aConnectionThatIsClosedGivesItsTurnBack() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        Connection left = transaction(dataSource);
        execute(left, "insert into t values (1)");
        left.close();
        assertEquals(1, others.submit(() -> insert(dataSource, 1)).get());
    }

    @Test
    void waitingHasAnEnd() throws Exception {
        DurableDataSource dataSource = dataSource(SHORT, LONG);
        try (Connection first = transaction(dataSource)) {
            execute(first, "insert into t values (1)");
            ExecutionException refused = assertThrows(ExecutionException.class, others.submit(() -> insert(dataSource, 2))::get);
            assertEquals("40001", assertInstance(SQLTransientException.class, refused.getCause()).getSQLState());
            first.commit();
            assertEquals(2, count(first));
        }
    }

    @Test
    void oneThatDoesNothingWhileOthersWaitIsRolledBackAndToldSo() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, SHORT);
        try (Connection idle = transaction(dataSource)) {
            execute(idle, "insert into t values (1)");
            assertEquals(1, others.submit(() -> insert(dataSource, 2)).get());
            assertThrows(SQLTransactionRollbackException.class, () -> execute(idle, "insert into t values (3)"));
            assertThrows(SQLTransactionRollbackException.class, () -> count(idle));
            assertThrows(SQLTransactionRollbackException.class, idle::commit);
            assertEquals(2, count(idle));
            execute(idle, "insert into t values (3)");
            idle.commit();
            assertEquals(3, count(idle));
        }
    }

    @Test
    void oneThatDoesNothingIsLeftAloneWhileNobodyWaits() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, Duration.ofMillis(1));
        try (Connection idle = transaction(dataSource)) {
            execute(idle, "insert into t values (1)");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            idle.commit();
            assertEquals(2, count(idle));
        }
    }

    @Test
    void aStatementThatIsATransactionByItselfIsDurableToo() throws Exception {
        DurableDataSource dataSource = dataSource(LONG, LONG);
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, "insert into t values (1)");
            assertEquals(1, rounds.get());
            assertThrows(SQLException.class, () -> execute(connection, "insert into t values (1)"));
            assertEquals(1, others.submit(() -> insert(dataSource, 2)).get());
        }
    }

    @Test
    void changesOfTablesAreDurable() throws Exception {
        try (Connection connection = transaction(dataSource(LONG, LONG))) {
            execute(connection, "create table u (x integer)");
            connection.commit();
            assertEquals(1, rounds.get());
        }
    }

    private DurableDataSource dataSource(Duration patience, Duration idleMax) {
        return new DurableDataSource(database.dataSource(), new SingleWriter(patience, idleMax),
                new CommitBarrier(rounds::incrementAndGet));
    }

    private static Connection transaction(DurableDataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int insert(DurableDataSource dataSource, int x) throws SQLException {
        return LocalTransaction.in(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                insert.setInt(1, x);
                return insert.executeUpdate();
            }
        });
    }

    private static void assertWaits(Future<?> future) {
        assertThrows(TimeoutException.class, () -> future.get(SHORT.toMillis(), TimeUnit.MILLISECONDS));
        assertFalse(future.isDone());
    }

    private static <T> T assertInstance(Class<T> type, Object value) {
        assertTrue(type.isInstance(value), String.valueOf(value));
        return type.cast(value);
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
