package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Removes events that have taken effect everywhere, once their time is over, a batch a transaction. */
@Component(service = EventRetention.class, immediate = true)
public final class EventRetention {

    private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final EventLog log;
    private final Duration retention;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("zaledje-events-retention-"));

    @Activate
    public EventRetention(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference EventSettings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.log = new EventLog(new Sql(dataSource));
        this.retention = settings.retention();
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::run, INTERVAL.toMinutes(), INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    private void run() {
        try {
            long removed = removeOld();
            if (removed > 0) {
                LOG.info("Removed {} events older than {} days", removed, retention.toDays());
            }
        } catch (RuntimeException e) {
            LOG.warn("Old events are not removed now; this is tried again in an hour: {}", e.getMessage());
        }
    }

    /** Returns how many were removed. */
    long removeOld() {
        Instant before = clock.instant().minus(retention);
        long removed = 0;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            int current = lane;
            int batch;
            do {
                batch = transactions.requiresNew(() -> log.remove(current, before, BATCH));
                removed += batch;
            } while (batch == BATCH && !Thread.currentThread().isInterrupted());
        }
        return removed;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
