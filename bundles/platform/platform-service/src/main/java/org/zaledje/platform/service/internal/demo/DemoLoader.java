package org.zaledje.platform.service.internal.demo;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.demo.DemoData;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** Loads the demo content of each function once, when demo content is wanted. */
@Component(service = DemoLoader.class, immediate = true)
public final class DemoLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final int DRAIN_SECONDS_MAX = 10;

    private final boolean wanted;
    private final LoadedDemos loaded;
    private final Callers callers;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "zaledje-demo"));

    @Activate
    public DemoLoader(
            @Reference PlatformHome home,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Clock clock,
            @Reference Callers callers) {
        this.wanted = home.demo();
        this.loaded = new LoadedDemos(dataSource, clock);
        this.callers = callers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDemoData(DemoData data) {
        if (wanted) {
            worker.execute(() -> load(data));
        }
    }

    void removeDemoData(DemoData data) {
        // What is loaded stays.
    }

    private void load(DemoData data) {
        try {
            if (!loaded.contains(data.functionId())) {
                callers.runAs(Caller.system(), data::load);
                loaded.add(data.functionId());
                LOG.info("The demo content of {} is loaded", data.functionId());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("The demo content of {} is not loaded; it is tried again when the function starts again",
                    data.functionId(), e);
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(DRAIN_SECONDS_MAX, TimeUnit.SECONDS)) {
            LOG.warn("Loading demo content goes on while the platform stops");
        }
    }
}
