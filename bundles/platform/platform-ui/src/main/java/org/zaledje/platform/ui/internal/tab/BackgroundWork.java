package org.zaledje.platform.ui.internal.tab;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of the web UI that no browser should wait for, in threads of its own: news to browsers in the order in which
 * they happened, and beside them whatever takes long.
 */
@Component(service = BackgroundWork.class)
public final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final int LONG_WORK_AT_ONCE = 2;

    private final ScheduledExecutorService inOrder;
    private final ScheduledExecutorService longWork;

    @Activate
    public BackgroundWork() {
        inOrder = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "zaledje-web-ui-news"));
        longWork = Executors.newScheduledThreadPool(LONG_WORK_AT_ONCE, work -> thread(work, "zaledje-web-ui-work"));
    }

    @Deactivate
    public void stop() {
        longWork.shutdownNow();
        inOrder.shutdownNow();
    }

    /** Does short work after all that was handed in before. */
    public void inOrder(Runnable work) {
        inOrder.execute(logged(work));
    }

    /** Does short work after a while. */
    public void after(Duration delay, Runnable work) {
        inOrder.schedule(logged(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does work that may take seconds. */
    public void aside(Runnable work) {
        longWork.execute(logged(work));
    }

    /** Does short work again and again until the web UI stops. */
    void every(Duration interval, Runnable work) {
        inOrder.scheduleWithFixedDelay(logged(work), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Work of the web UI failed; open pages may show what was before until they are reloaded.", e);
            }
        };
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(BackgroundWork.class.getClassLoader());
        return thread;
    }
}
