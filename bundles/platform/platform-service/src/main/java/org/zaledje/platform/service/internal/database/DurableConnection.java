package org.zaledje.platform.service.internal.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An H2 connection that passes the barrier after each commit of a transaction that has changed something. Statements in
 * auto-commit mode do not pass it: whoever changes something does so in a transaction.
 */
final class DurableConnection implements InvocationHandler {

    private final Connection connection;
    private final CommitBarrier barrier;
    private PreparedStatement transactionId;

    DurableConnection(Connection connection, CommitBarrier barrier) {
        this.connection = connection;
        this.barrier = barrier;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean durable = endsTransaction(method, arguments) && !connection.getAutoCommit() && hasChanges();
        Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (durable) {
            barrier.await();
        }
        return result;
    }

    private static boolean endsTransaction(Method method, Object[] arguments) {
        return method.getName().equals("commit")
                || method.getName().equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0]);
    }

    private boolean hasChanges() throws SQLException {
        if (transactionId == null) {
            transactionId = connection.prepareStatement("CALL TRANSACTION_ID()");
        }
        try (ResultSet result = transactionId.executeQuery()) {
            return result.next() && result.getString(1) != null;
        }
    }
}
