package org.zaledje.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.apache.aries.jpa.template.JpaTemplate;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.internal.JpaCompanyData;

/** A database of a test's own. Closing it drops it. Thread-safe after {@link #migrate(String)}. */
public final class TestDatabase implements AutoCloseable {

    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    static {
        LIQUIBASE.setLevel(Level.WARNING);
    }

    private final String url;
    private final String user;
    private final DataSource dataSource;
    private final Runnable drop;
    private final List<EntityManagerFactory> units = new ArrayList<>();

    private TestDatabase(String url, String user, DataSource dataSource, Runnable drop) {
        this.url = url;
        this.user = user;
        this.dataSource = dataSource;
        this.drop = drop;
    }

    static TestDatabase h2() {
        try {
            Path folder = Files.createTempDirectory("zaledje-h2");
            JdbcDataSource dataSource = new JdbcDataSource();
            String url = "jdbc:h2:file:" + folder.resolve("test") + ";DB_CLOSE_DELAY=-1";
            dataSource.setURL(url);
            dataSource.setUser("sa");
            return new TestDatabase(url, "sa", dataSource, () -> shutDownAndDelete(dataSource, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestDatabase postgresql() {
        String name = PostgresServer.createDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        String url = PostgresServer.url(name);
        dataSource.setUrl(url);
        dataSource.setUser(PostgresServer.USER);
        return new TestDatabase(url, PostgresServer.USER, dataSource, () -> PostgresServer.dropDatabase(name));
    }

    /** JDBC address of the database; no password is needed. */
    public String url() {
        return url;
    }

    /** User to connect as. */
    public String user() {
        return user;
    }

    /** Opens a new connection at each call. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Makes the tables of a changelog found on the class path. */
    public TestDatabase migrate(String changelog) {
        try (Connection connection = dataSource.getConnection()) {
            var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                try (Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(), database)) {
                    liquibase.update(new Contexts());
                }
            });
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("migrating with " + changelog, e);
        }
    }

    /** The persistence unit of this name on the class path, with transactions of this database instead of a container's. */
    public JpaTemplate jpa(String unit) {
        Map<String, Object> settings = Map.of(
                PersistenceUnitProperties.TRANSACTION_TYPE, PersistenceUnitTransactionType.RESOURCE_LOCAL.name(),
                PersistenceUnitProperties.JTA_DATASOURCE, "",
                PersistenceUnitProperties.NON_JTA_DATASOURCE, dataSource,
                PersistenceUnitProperties.SESSION_NAME, unit + "@" + url);
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory(unit, settings);
        if (factory == null) {
            throw new IllegalArgumentException("no persistence unit " + unit + " on the class path");
        }
        units.add(factory);
        return new LocalJpaTemplate(factory);
    }

    /** The persistence unit's rows of the company that {@code companies} tells, as a function gets them in the container. */
    public CompanyData data(String unit, Companies companies) {
        return data(jpa(unit), companies);
    }

    /** As {@link #data(String, Companies)}, of a unit that the test uses in other ways too. */
    public CompanyData data(JpaTemplate jpa, Companies companies) {
        return new JpaCompanyData(jpa, companies);
    }

    /**
     * Connections that are those of the thread's transaction in {@code jpa}, as in a container; new ones outside of any.
     *
     * @param jpa made by {@link #jpa(String)}
     */
    public DataSource sharedWith(JpaTemplate jpa) {
        return new SharedDataSource((LocalJpaTemplate) jpa, dataSource);
    }

    @Override
    public void close() {
        units.forEach(EntityManagerFactory::close);
        drop.run();
    }

    private static void shutDownAndDelete(DataSource dataSource, Path folder) {
        try (Connection connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
