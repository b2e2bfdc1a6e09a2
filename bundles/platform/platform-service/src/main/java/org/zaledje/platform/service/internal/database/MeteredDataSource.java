package org.zaledje.platform.service.internal.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Tells how long those who want a connection wait for it. */
final class MeteredDataSource implements DataSource, AutoCloseable {

    private final DataSource pool;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Consumer<Duration> observer = waited -> { };

    /** @param pool closeable */
    MeteredDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** How many wait now. */
    int waiting() {
        return waiting.get();
    }

    /** How many connections somebody has now. */
    int inUse() {
        return TransxPool.inUse(pool);
    }

    /** How many wait for somebody. */
    int idle() {
        return TransxPool.idle(pool);
    }

    /** Who is told how long each has waited. */
    void observe(Consumer<Duration> next) {
        observer = next;
    }

    @FunctionalInterface
    private interface Acquisition {
        Connection acquire() throws SQLException;
    }

    private Connection measured(Acquisition acquisition) throws SQLException {
        long begun = System.nanoTime();
        waiting.incrementAndGet();
        try {
            return acquisition.acquire();
        } finally {
            waiting.decrementAndGet();
            observer.accept(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return measured(pool::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return measured(() -> pool.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }

    @Override
    public void close() throws Exception {
        ((AutoCloseable) pool).close();
    }
}
