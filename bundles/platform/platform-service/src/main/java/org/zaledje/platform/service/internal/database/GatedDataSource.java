package org.zaledje.platform.service.internal.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.ops4j.pax.transx.tm.Transaction;
import org.ops4j.pax.transx.tm.TransactionManager;

/**
 * A data source whose users pass a gate: from when they ask for a connection until their transaction has ended, or,
 * without one, until they close the connection.
 */
final class GatedDataSource implements DataSource {

    private final DataSource pooled;
    private final TransactionManager transactions;
    private final TableGate gate;

    GatedDataSource(DataSource pooled, TransactionManager transactions, TableGate gate) {
        this.pooled = pooled;
        this.transactions = transactions;
        this.gate = gate;
    }

    @Override
    public Connection getConnection() throws SQLException {
        TableGate.Passage passage = gate.enter();
        try {
            Connection connection = pooled.getConnection();
            return leavesWithTransaction(passage) ? connection : leavingWhenClosed(connection, passage);
        } catch (SQLException | RuntimeException e) {
            passage.leave();
            throw e;
        }
    }

    private boolean leavesWithTransaction(TableGate.Passage passage) {
        Transaction transaction = transactions.getTransaction();
        if (transaction == null || !transaction.isActive()) {
            return false;
        }
        transaction.synchronization(() -> { }, status -> passage.leave());
        return true;
    }

    private static Connection leavingWhenClosed(Connection connection, TableGate.Passage passage) {
        return (Connection) Proxy.newProxyInstance(GatedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close") || method.getName().equals("abort")) {
                            passage.leave();
                        }
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pool has one user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pooled.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pooled.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pooled.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pooled.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pooled.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pooled.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pooled.isWrapperFor(type);
    }
}
