package org.zaledje.platform.service.internal.database;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose commits return when they are on the disk. */
final class DurableDataSource implements DataSource {

    private final DataSource driver;
    private final CommitBarrier barrier;

    DurableDataSource(DataSource driver, CommitBarrier barrier) {
        this.driver = driver;
        this.barrier = barrier;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return durable(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return durable(driver.getConnection(user, password));
    }

    private Connection durable(Connection connection) {
        DurableConnection handler = new DurableConnection(connection, barrier);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
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
