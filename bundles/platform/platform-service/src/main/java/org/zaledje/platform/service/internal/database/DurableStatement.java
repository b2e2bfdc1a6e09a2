package org.zaledje.platform.service.internal.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;

/** A statement that waits for its connection's turn if it may write. */
final class DurableStatement implements InvocationHandler {

    private final DurableConnection connection;
    private final Connection proxy;
    private final Statement statement;
    private final boolean mayWrite;
    private boolean batchMayWrite;

    /** @param sql what it was prepared with; empty when that is told at each execution */
    DurableStatement(DurableConnection connection, Connection proxy, Statement statement, String sql) {
        this.connection = connection;
        this.proxy = proxy;
        this.statement = statement;
        this.mayWrite = !sql.isEmpty() && Statements.mayWrite(sql);
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        DurableConnection.Call call = new DurableConnection.Call(statement, method, arguments);
        if (name.equals("getConnection")) {
            return proxy;
        }
        if (name.equals("addBatch") && arguments != null) {
            batchMayWrite |= Statements.mayWrite((String) arguments[0]);
        }
        if (writes(name, arguments)) {
            return connection.write(call);
        }
        return name.startsWith("execute") ? connection.read(call) : call.make();
    }

    private boolean writes(String name, Object[] arguments) {
        if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
            boolean writes = mayWrite || batchMayWrite;
            batchMayWrite = false;
            return writes;
        }
        if (name.startsWith("execute")) {
            return arguments == null ? mayWrite : Statements.mayWrite((String) arguments[0]);
        }
        // What is streamed is kept aside in the database at once, not when the statement is executed.
        return name.startsWith("set") && mayWrite && (name.endsWith("Stream") || name.endsWith("lob"));
    }
}
