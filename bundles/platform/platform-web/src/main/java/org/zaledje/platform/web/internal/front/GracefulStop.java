package org.zaledje.platform.web.internal.front;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.lifecycle.StopListener;

/**
 * Holds the end of the platform up until what was let in has been answered. The framework tells its listeners that it stops before it
 * stops the first bundle, and waits for them.
 */
@Component(service = {}, immediate = true, configurationPid = "org.zaledje.web")
public final class GracefulStop implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final int LOOK_MILLIS = 20;
    private static final int HEARD_MILLIS = 500;
    private static final long SYSTEM_BUNDLE = 0;

    private final BundleContext context;
    private final FrontDoor door;
    private final RequestFigures figures;
    private final Duration limit;
    // Changed by the threads that register services, read by the one that stops the framework.
    private final List<StopListener> listeners = new CopyOnWriteArrayList<>();

    /** What an administrator can set. */
    @interface Settings {
        /** How long requests, jobs and consumers of events may take to end, in seconds. */
        int stop_seconds() default 30;
    }

    @Activate
    public GracefulStop(Settings settings, BundleContext context, @Reference FrontDoor door, @Reference RequestFigures figures) {
        this.context = context;
        this.door = door;
        this.figures = figures;
        this.limit = Duration.ofSeconds(settings.stop_seconds());
        context.addBundleListener(this);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(StopListener listener) {
        listeners.add(listener);
    }

    void removeListener(StopListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == SYSTEM_BUNDLE) {
            stop();
        }
    }

    private void stop() {
        long deadline = System.nanoTime() + limit.toNanos();
        door.stop();
        LOG.info("Stopping: {} requests are under way", figures.underWay());
        try {
            List<Thread> told = listeners.stream().map(GracefulStop::tell).toList();
            while (figures.underWay() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_MILLIS);
            }
            for (Thread one : told) {
                one.join(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            }
            List<Thread> late = told.stream().filter(Thread::isAlive).toList();
            if (figures.underWay() > 0 || !late.isEmpty()) {
                LOG.warn("{} requests and {} did not end within {} s; they are cut off", figures.underWay(), late, limit.toSeconds());
            }
            Optional<Server> server = door.server();
            if (server.isPresent()) {
                close(server.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread tell(StopListener listener) {
        Thread thread = new Thread(() -> {
            try {
                listener.stopping();
            } catch (RuntimeException e) {
                LOG.warn("{} could not prepare for the end", listener.getClass().getName(), e);
            }
        }, "zaledje-stop " + listener.getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Nobody gets in any more: a request to a platform half gone would be told that there is no such thing. Who had got in already, and was
     * not heard yet, is still told to come again.
     */
    private void close(Server server) throws InterruptedException {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector listening) {
                listening.close();
            }
        }
        Thread.sleep(HEARD_MILLIS);
        for (Connector connector : server.getConnectors()) {
            try {
                connector.stop();
            } catch (Exception e) {
                LOG.debug("{} did not close cleanly", connector, e);
            }
        }
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
    }
}
