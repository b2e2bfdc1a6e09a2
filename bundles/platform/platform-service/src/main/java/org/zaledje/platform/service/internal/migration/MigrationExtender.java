package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * Brings the tables of each bundle with a changelog up to date, and only then publishes the data source that its
 * persistence unit waits for. One bundle after the other, in the background, so that no bundle's start waits for it.
 */
@Component(service = Migrations.class, immediate = true)
public final class MigrationExtender implements Migrations, BundleTrackerCustomizer<Migration> {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationExtender.class);
    private static final Texts TEXTS = Texts.beside(MigrationExtender.class);
    private static final int RETRY_SECONDS = 2;
    private static final int DRAIN_SECONDS_MAX = 30;

    private final BundleContext context;
    private final Database database;
    private final Migrator migrator;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "zaledje-migration"));
    private final BundleTracker<Migration> bundles;
    private final Migration own;
    private volatile boolean reachable = true;

    @Activate
    public MigrationExtender(BundleContext context, @Reference Database database, @Reference Clock clock) {
        this.context = context;
        this.database = database;
        this.migrator = new Migrator(database.plain(), database::gate, clock);
        this.own = new Migration(context.getBundle());
        this.bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        // The platform's own tables first: which of the changelogs are applied is noted in one of them.
        worker.execute(() -> run(own));
        bundles.open();
    }

    @Override
    public Migration addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getHeaders("").get(Changelog.HEADER) == null) {
            return null;
        }
        if (bundle.equals(context.getBundle())) {
            return own;
        }
        Migration migration = new Migration(bundle);
        worker.execute(() -> run(migration));
        return migration;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Migration migration) {
        // STARTING to ACTIVE changes nothing.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Migration migration) {
        migration.end();
    }

    private void run(Migration migration) {
        if (migration.isEnded()) {
            return;
        }
        if (!isReachable()) {
            worker.schedule(() -> run(migration), RETRY_SECONDS, TimeUnit.SECONDS);
            return;
        }
        Optional<LocalizedText> problem = migrate(migration);
        migration.outcome().complete(problem);
    }

    private boolean isReachable() {
        try (Connection connection = database.plain().getConnection()) {
            reachable = connection.isValid(1);
        } catch (SQLException e) {
            if (reachable) {
                LOG.error("The database can't be reached; it is tried again every {} s: {}", RETRY_SECONDS,
                        e.getMessage());
            }
            reachable = false;
        }
        return reachable;
    }

    private Optional<LocalizedText> migrate(Migration migration) {
        Bundle bundle = migration.bundle();
        try {
            Changelog changelog = Changelog.parse(bundle.getHeaders("").get(Changelog.HEADER));
            migrator.migrate(changelog, new BundleFiles(bundle));
            migration.published(context.registerService(DataSource.class,
                    database.pooled(changelog.dataSource()), new Hashtable<>(Map.of(
                    "osgi.jndi.service.name", changelog.dataSource(),
                    "dataSourceName", changelog.dataSource()))));
            return Optional.empty();
        } catch (IOException | SQLException | LiquibaseException | RuntimeException | LinkageError e) {
            // A LinkageError is a class that was not built or delivered with the rest: to be told, not swallowed.
            if (migration.isEnded()) {
                return Optional.empty();
            }
            LOG.error("The tables of {} {} can't be brought up to date, so it gets no data source",
                    bundle.getSymbolicName(), bundle.getVersion(), e);
            return Optional.of(TEXTS.text("migration.failed", bundle.getSymbolicName(), Reason.of(e)));
        }
    }

    @Override
    public Optional<LocalizedText> problemOf(long bundleId, Duration max) throws InterruptedException {
        Bundle bundle = context.getBundle(bundleId);
        Migration migration = bundle == null ? null : bundles.getObject(bundle);
        if (migration == null) {
            return Optional.empty();
        }
        try {
            return migration.outcome().get(max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.of(TEXTS.text("migration.unfinished", migration.bundle().getSymbolicName()));
        }
    }

    @Override
    public boolean isUnderWay(long bundleId) {
        Bundle bundle = context.getBundle(bundleId);
        Migration migration = bundle == null ? null : bundles.getObject(bundle);
        return migration != null && !migration.outcome().isDone();
    }

    @Override
    public Optional<LocalizedText> migrateAhead(Path jar, Runnable quiet) throws InterruptedException {
        try {
            return worker.submit(() -> migrateFrom(jar, database.isEmbedded() ? quiet : () -> { })).get();
        } catch (ExecutionException e) {
            LOG.error("The tables of {} can't be brought up to date ahead", jar.getFileName(), e.getCause());
            return Optional.of(TEXTS.text("migration.ahead-failed", jar.getFileName(), Reason.of(e.getCause())));
        }
    }

    private Optional<LocalizedText> migrateFrom(Path jar, Runnable quiet)
            throws IOException, SQLException, LiquibaseException {
        Optional<JarChangelog> found = JarChangelog.of(jar);
        if (found.isPresent()) {
            try (JarChangelog ahead = found.get()) {
                migrator.migrate(ahead.changelog(), ahead.files(), quiet);
            }
        }
        return Optional.empty();
    }

    @Deactivate
    void close() throws InterruptedException {
        bundles.close();
        worker.shutdown();
        if (!worker.awaitTermination(DRAIN_SECONDS_MAX, TimeUnit.SECONDS)) {
            LOG.warn("A migration goes on while the platform stops");
        }
    }
}
