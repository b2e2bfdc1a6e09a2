package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class JtaTransactionsTest {

    private interface Work {
        void with(JtaTransactions transactions, DataSource pooled) throws Exception;
    }

    private static void on(Engine engine, Work work) throws Exception {
        GeronimoTransactionManager manager = new GeronimoTransactionManager();
        try (TestDatabase test = engine.create()) {
            Database database = new Database(new DatabaseSettings(test.url(), test.user(), ""),
                    new TransactionManagerWrapper(manager));
            try {
                execute(database.plain(), "create table t (x int primary key)");
                work.with(new JtaTransactions(manager), database.pooled());
            } finally {
                database.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureInsideTakesBackAllOfTheOutermostTransaction(Engine engine) throws Exception {
        on(engine, (transactions, pooled) -> {
            assertThrows(IllegalStateException.class, () -> transactions.required(() -> {
                insert(pooled, 1);
                return transactions.required(() -> {
                    insert(pooled, 2);
                    throw new IllegalStateException("no");
                });
            }));
            assertEquals(0, count(pooled));
            assertFalse(transactions.isActive());
        });
    }

    @ParameterizedTest
    @EnumSource
    void workInATransactionOfItsOwnStaysWhenTheOuterOneFails(Engine engine) throws Exception {
        on(engine, (transactions, pooled) -> {
            assertThrows(IllegalStateException.class, () -> transactions.required(() -> {
                insert(pooled, 1);
                transactions.requiresNew(() -> insert(pooled, 2));
                throw new IllegalStateException("no");
            }));
            assertEquals(1, count(pooled));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsACommitSeesItAndDoesNotHappenAfterARollback(Engine engine) throws Exception {
        on(engine, (transactions, pooled) -> {
            List<Integer> seen = new ArrayList<>();
            transactions.required(() -> {
                transactions.afterCommit(() -> seen.add(transactions.requiresNew(() -> count(pooled))));
                return insert(pooled, 1);
            });
            assertThrows(IllegalStateException.class, () -> transactions.required(() -> {
                transactions.afterCommit(() -> seen.add(-1));
                throw new IllegalStateException("no");
            }));
            assertEquals(List.of(1), seen);
        });
    }

    private static int insert(DataSource dataSource, int x) {
        execute(dataSource, "insert into t values (" + x + ")");
        return x;
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    private static int count(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
