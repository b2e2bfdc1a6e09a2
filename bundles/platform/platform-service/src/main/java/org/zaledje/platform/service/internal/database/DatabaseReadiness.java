package org.zaledje.platform.service.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Ready when the database answers within the time a check may take. */
@Component
public final class DatabaseReadiness implements ReadinessCheck {

    private static final Texts TEXTS = Texts.beside(DatabaseReadiness.class);
    private static final long PROBE_MILLIS_MAX = 900;

    private final Database database;
    private final ExecutorService probes = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "zaledje-database-probe");
        thread.setDaemon(true);
        return thread;
    });

    private Future<?> probe = CompletableFuture.completedFuture(null);

    @Activate
    public DatabaseReadiness(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<LocalizedText> notReadyBecause() {
        try {
            probe().get(PROBE_MILLIS_MAX, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(TEXTS.text("database.unreachable", Reason.of(e.getCause())));
        } catch (TimeoutException e) {
            return Optional.of(TEXTS.text("database.slow"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(TEXTS.text("database.slow"));
        }
    }

    /** The one that runs, or a new one: probes of a database that hangs must not pile up. */
    private synchronized Future<?> probe() {
        if (probe.isDone()) {
            probe = probes.submit(this::select);
        }
        return probe;
    }

    private void select() {
        try (Connection connection = database.plain().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Deactivate
    void close() {
        probes.shutdown();
    }
}
