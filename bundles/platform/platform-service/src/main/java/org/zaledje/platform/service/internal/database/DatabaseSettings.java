package org.zaledje.platform.service.internal.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Which database, and as whom. */
public record DatabaseSettings(String url, String user, String password) {

    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    public DatabaseSettings {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("org.zaledje.database: url must start with " + H2 + " or " + POSTGRESQL
                    + ", and is " + url.split("[?;]")[0]);
        }
    }

    /** From configuration; without a url an embedded database in a file below {@code data}. */
    public static DatabaseSettings of(Map<String, ?> configuration, Path data) {
        String url = text(configuration, "url", "");
        return url.isEmpty()
                ? new DatabaseSettings(embedded(data.resolve("database").resolve("zaledje")), "sa", "")
                : new DatabaseSettings(url, text(configuration, "user", ""), text(configuration, "password", ""));
    }

    /** With asynchronous channels: the interrupt of any thread that reads or writes would close a plain file for all. */
    private static String embedded(Path file) {
        return H2 + "async:" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
    }

    private static String text(Map<String, ?> configuration, String key, String otherwise) {
        Object value = configuration.get(key);
        return value == null || value.toString().isBlank() ? otherwise : value.toString().strip();
    }

    /** Whether it is an embedded one. */
    public boolean isH2() {
        return url.startsWith(H2);
    }

    /** The driver's own data source: a new connection at each call. */
    public DataSource driver() {
        if (isH2()) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL(url);
            dataSource.setUser(user);
            dataSource.setPassword(password);
            return dataSource;
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setApplicationName("zaledje");
        dataSource.setLoginTimeout(5);
        return dataSource;
    }

    /** Without the password, and without options, which can hold one too. */
    @Override
    public String toString() {
        return url.split("[?;]")[0];
    }
}
