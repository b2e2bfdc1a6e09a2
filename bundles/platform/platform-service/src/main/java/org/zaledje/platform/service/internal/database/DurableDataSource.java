package org.zaledje.platform.service.internal.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** An H2 data source of which one transaction at a time writes, and whose commits return when they are on the disk. */
final class DurableDataSource implements DataSource {

    private final DataSource driver;
    private final SingleWriter writer;
    private final CommitBarrier barrier;

    DurableDataSource(DataSource driver, SingleWriter writer, CommitBarrier barrier) {
        this.driver = driver;
        this.writer = writer;
        this.barrier = barrier;
    }

    @Override
    public Connection getConnection() throws SQLException {
        barrier.open();
        return durable(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        barrier.open();
        return durable(driver.getConnection(user, password));
    }

    private Connection durable(Connection connection) {
        return DurableConnection.of(connection, writer, barrier);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || driver.isWrapperFor(type);
    }
}
