package org.zaledje.platform.web.internal.cxf;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.web.internal.problem.LoggedFailure;

/**
 * Makes servers ahead of their first request, in a thread of its own: CXF takes a second or two to load and a tenth of
 * a second for each function, which neither the start of the platform nor the first caller should wait for.
 */
@Component(service = EarlyPublishing.class)
public final class EarlyPublishing implements AutoCloseable {

    /** Time for a function to register its other services too. */
    private static final int SETTLE_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EarlyPublishing.class);

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "zaledje-publishing");
        thread.setDaemon(true);
        return thread;
    });

    /** Does {@code publish} soon; it does nothing when what it would publish has gone by then. */
    public void soon(String function, Runnable publish) {
        worker.schedule(() -> {
            try {
                publish.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Function {} can't be published", function, LoggedFailure.of(e));
            }
        }, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    @Deactivate
    public void close() {
        worker.shutdownNow();
    }
}
