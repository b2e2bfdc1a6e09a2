package org.zaledje.platform.service.internal.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An H2 connection whose transactions write one at a time, from their first statement that may write to their end, and
 * pass the barrier after their commit.
 */
final class DurableConnection implements InvocationHandler, SingleWriter.Holder {

    private static final Logger LOG = LoggerFactory.getLogger(DurableConnection.class);

    private enum State {
        /** It has no turn, and needs none. */
        READING,
        /** It has the turn. */
        WRITING,
        /** It has lost the turn, and has not been told yet. */
        EXPELLED
    }

    private final Connection connection;
    private final SingleWriter writer;
    private final CommitBarrier barrier;
    /** Changed with the pen in hand, but for the beginning of a turn. */
    private volatile State state = State.READING;
    private volatile boolean busy;
    private volatile long lastUse;

    private DurableConnection(Connection connection, SingleWriter writer, CommitBarrier barrier) {
        this.connection = connection;
        this.writer = writer;
        this.barrier = barrier;
    }

    static Connection of(Connection connection, SingleWriter writer, CommitBarrier barrier) {
        return proxy(Connection.class, new DurableConnection(connection, writer, barrier));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(DurableConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Call call = new Call(connection, method, arguments);
        return switch (method.getName()) {
            case "createStatement" -> statement(Statement.class, proxy, call, "");
            case "prepareStatement" -> statement(PreparedStatement.class, proxy, call, (String) arguments[0]);
            case "prepareCall" -> statement(CallableStatement.class, proxy, call, (String) arguments[0]);
            case "commit" -> end(call, true);
            case "setAutoCommit" -> Boolean.TRUE.equals(arguments[0]) ? end(call, true) : call.make();
            case "rollback" -> arguments == null ? end(call, false) : toSavepoint(call);
            case "close", "abort" -> end(call, false);
            default -> call.make();
        };
    }

    private <T extends Statement> T statement(Class<T> type, Object proxy, Call made, String sql) throws Throwable {
        return proxy(type, new DurableStatement(this, (Connection) proxy, type.cast(made.make()), sql));
    }

    /** A statement that changes nothing. */
    Object read(Call call) throws Throwable {
        return switch (state) {
            case READING -> call.make();
            case WRITING -> used(call);
            case EXPELLED -> throw expelled();
        };
    }

    /** A statement that may change something: takes part in the connection's transaction, or is one by itself. */
    Object write(Call call) throws Throwable {
        if (!connection.getAutoCommit()) {
            if (state == State.READING) {
                begin();
            }
            return writer.change(() -> read(call));
        }
        begin();
        Object result = writer.change(() -> {
            try {
                return call.make();
            } finally {
                giveBack();
            }
        });
        barrier.await();
        return result;
    }

    private void begin() throws SQLException {
        lastUse = System.nanoTime();
        writer.begin(this);
        lastUse = System.nanoTime();
        state = State.WRITING;
    }

    private Object toSavepoint(Call call) throws Throwable {
        return state == State.READING ? call.make() : writer.change(() -> read(call));
    }

    private Object end(Call call, boolean commits) throws Throwable {
        if (state == State.READING) {
            return call.make();
        }
        Object result = writer.change(() -> commits && state == State.EXPELLED ? refuse() : endedBy(call));
        if (commits) {
            barrier.await();
        }
        return result;
    }

    private Object refuse() throws SQLException {
        state = State.READING;
        throw expelled();
    }

    /** What ends a transaction ends its turn, also when it fails: nothing of it is kept then. */
    private Object endedBy(Call call) throws Throwable {
        try {
            return call.make();
        } catch (SQLException e) {
            rollBack();
            throw e;
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        state = State.READING;
        writer.end(this);
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("A transaction could not be rolled back: {}", e.getMessage());
        }
    }

    private Object used(Call call) throws Throwable {
        busy = true;
        try {
            return call.make();
        } finally {
            lastUse = System.nanoTime();
            busy = false;
        }
    }

    @Override
    public boolean isIdle(Duration time) {
        return !busy && System.nanoTime() - lastUse > time.toNanos();
    }

    @Override
    public void expel(Duration idle) {
        writer.change(() -> {
            if (state == State.WRITING && isIdle(idle)) {
                rollBack();
                state = State.EXPELLED;
                writer.end(this);
            }
            return state;
        });
    }

    private static SQLException expelled() {
        return new SQLTransactionRollbackException("The transaction kept others from writing and did nothing for too long;"
                + " it was rolled back, and nothing of it is kept", SingleWriter.TRY_AGAIN);
    }

    /** A call of the driver. */
    record Call(Object target, Method method, Object[] arguments) {

        Object make() throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
