package org.zaledje.platform.service.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains changes soon after they are committed: at most {@value #DELAY_MS} ms after the first, and what a killed process
 * has left at once when it is started again. Also sees to it that the head is exported each day.
 */
@Component(service = Sealer.class, immediate = true)
public final class Sealer {

    static final int DELAY_MS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int IDLE_MS = 1_000;
    private static final int EXPECTED_MAX = 10_000;

    private final Chain chain;
    private final Heads heads;
    private final Map<RowKey, AuditRow> expected = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            work -> new Thread(work, "zaledje-audit-sealer"));

    @Activate
    public Sealer(@Reference Chain chain, @Reference Heads heads) {
        this.chain = chain;
        this.heads = heads;
        worker.scheduleWithFixedDelay(this::attempt, 0, IDLE_MS, TimeUnit.MILLISECONDS);
    }

    /** The row is committed and is to be found in the queue. */
    void committed(AuditRow row) {
        if (expected.size() < EXPECTED_MAX) {
            expected.put(row.key(), row);
        }
        wake();
    }

    /** There is something in the queue. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                worker.schedule(this::attempt, DELAY_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping: what is committed now is chained at the next start");
            }
        }
    }

    private void attempt() {
        woken.set(false);
        try {
            sealAll();
            heads.exportDaily(chain.head());
        } catch (RuntimeException e) {
            LOG.warn("The audit trail is not chained now; nothing is lost, and it is tried again in a second: {}",
                    e.getMessage());
        }
    }

    /** Chains all that has been committed before the call. */
    synchronized void sealAll() {
        List<AuditRow> due = new ArrayList<>(expected.values());
        heads.last().filter(head -> !chain.holds(head)).ifPresent(heads::preserve);
        Chain.Batch batch;
        do {
            batch = chain.seal();
            batch.sealed().forEach(expected::remove);
            if (!batch.sealed().isEmpty()) {
                heads.remember(batch.head());
            }
        } while (batch.sealed().size() == Chain.BATCH_ROWS);
        due.removeIf(row -> !expected.containsKey(row.key()));
        if (!due.isEmpty()) {
            sealVanished(due);
        }
    }

    private void sealVanished(List<AuditRow> due) {
        Chain.Batch batch = chain.sealVanished(due);
        due.forEach(row -> expected.remove(row.key()));
        if (!batch.sealed().isEmpty()) {
            heads.remember(batch.head());
            LOG.error("{} change(s) were taken from the audit trail's queue before they were chained; zaledje:verify"
                    + " names them", batch.sealed().size());
        }
    }

    @Deactivate
    void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
