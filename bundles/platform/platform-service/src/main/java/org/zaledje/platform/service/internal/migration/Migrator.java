package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.database.ClusterLock;
import org.zaledje.platform.service.internal.database.LocalTransaction;
import org.zaledje.platform.service.internal.database.TableGate;

/** Brings the tables of one owner after the other up to date. For one thread. */
final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    /** How long those who use the tables are waited for. */
    private static final Duration LEAVE_MAX = Duration.ofSeconds(8);

    private final javax.sql.DataSource dataSource;
    private final Function<String, TableGate> gates;
    private final AppliedChangelogs applied;

    /** @param gates what is closed while the tables of a data source are changed */
    Migrator(javax.sql.DataSource dataSource, Function<String, TableGate> gates, Clock clock) {
        this.dataSource = dataSource;
        this.gates = gates;
        this.applied = new AppliedChangelogs(clock);
    }

    /** Applies what of the changelog is not applied yet. Liquibase is not even loaded when its files are known. */
    void migrate(Changelog changelog, ChangelogFiles files) throws IOException, SQLException, LiquibaseException {
        migrate(changelog, files, () -> { });
    }

    /** The same; {@code quiet} is run before tables are changed. */
    void migrate(Changelog changelog, ChangelogFiles files, Runnable quiet)
            throws IOException, SQLException, LiquibaseException {
        String sha256 = ChangelogFingerprint.of(changelog, files);
        try (Connection connection = dataSource.getConnection()) {
            if (applied.contains(connection, changelog.dataSource(), sha256)) {
                return;
            }
        }
        // On a connection of its own, for Liquibase rolls back and commits on the one it gets.
        try (Connection lock = dataSource.getConnection()) {
            ClusterLock.MIGRATION.hold(lock);
            quiet.run();
            migrateAlone(changelog, files, sha256);
            ClusterLock.MIGRATION.release(lock);
        }
    }

    private void migrateAlone(Changelog changelog, ChangelogFiles files, String sha256)
            throws SQLException, LiquibaseException {
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            if (applied.contains(connection, changelog.dataSource(), sha256)) {
                return;
            }
        }
        try (TableGate.Closed closed = gates.apply(changelog.dataSource()).close(LEAVE_MAX);
                Connection connection = dataSource.getConnection()) {
            LOG.debug("Nobody uses the tables of {} ({})", files.owner(), closed);
            update(changelog.path(), new ChangelogResources(files), connection);
        }
        note(changelog, sha256);
        LOG.info("The tables of {} are up to date after {} ms", files.owner(), (System.nanoTime() - start) / 1_000_000);
    }

    /** A bundle that comes before the platform's own tables do is just not known: Liquibase looks again the next time. */
    private void note(Changelog changelog, String sha256) throws SQLException {
        try {
            LocalTransaction.in(dataSource, connection -> {
                applied.add(connection, changelog.dataSource(), sha256);
                return null;
            });
        } catch (SQLException e) {
            if (!AppliedChangelogs.isWithoutTable(e)) {
                throw e;
            }
        }
    }

    private void update(String path, ChangelogResources resources, Connection connection) throws LiquibaseException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader liquibaseLoader = Liquibase.class.getClassLoader();
        thread.setContextClassLoader(liquibaseLoader);
        try {
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(), resources,
                    Scope.Attr.classLoader.name(), liquibaseLoader,
                    Scope.Attr.ui.name(), new LoggerUIService(),
                    "liquibase.analytics.enabled", false);
            Scope.child(scope, () -> {
                Database database = DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
                releaseStaleLock(database);
                try (Liquibase liquibase = new Liquibase(path, resources, database)) {
                    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                    liquibase.update(new Contexts(), new LabelExpression());
                }
            });
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whoever uses Liquibase has our own lock: one of Liquibase's that is there was left by a killed process. */
    private static void releaseStaleLock(Database database) throws LiquibaseException {
        LockService locks = LockServiceFactory.getInstance().getLockService(database);
        locks.forceReleaseLock();
    }
}
