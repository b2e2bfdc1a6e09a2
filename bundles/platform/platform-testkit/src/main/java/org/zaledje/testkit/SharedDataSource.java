package org.zaledje.testkit;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Plain JDBC in the transactions of a persistence unit, as a container's pool has it. */
record SharedDataSource(LocalJpaTemplate jpa, DataSource otherwise) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        Connection running = jpa.connection().orElse(null);
        return running == null ? otherwise.getConnection() : kept(running);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** Closing it leaves it to its transaction. */
    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(SharedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return otherwise.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        otherwise.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        otherwise.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return otherwise.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return otherwise.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return otherwise.isWrapperFor(type);
    }
}
