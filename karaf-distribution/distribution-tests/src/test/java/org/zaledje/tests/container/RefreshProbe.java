package org.zaledje.tests.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Runs inside the container: notes what happens to which bundle. */
public class RefreshProbe {

    /** Lines of what has happened since the file was written last, in the data directory. */
    static final String FILE = "bundle-events.txt";

    private static final Map<Integer, String> NAMES = Map.of(
            BundleEvent.INSTALLED, "installed",
            BundleEvent.RESOLVED, "resolved",
            BundleEvent.STARTED, "started",
            BundleEvent.STOPPED, "stopped",
            BundleEvent.UPDATED, "updated",
            BundleEvent.UNRESOLVED, "unresolved",
            BundleEvent.UNINSTALLED, "uninstalled");
    private static final List<String> EVENTS = new ArrayList<>();
    private static SynchronousBundleListener listener;

    @Inject
    private BundleContext context;

    @Test
    public void watch() {
        listener = RefreshProbe::note;
        context.getBundle(0).getBundleContext().addBundleListener(listener);
    }

    private static void note(BundleEvent event) {
        if (NAMES.containsKey(event.getType())) {
            synchronized (EVENTS) {
                EVENTS.add(event.getBundle().getSymbolicName() + " " + NAMES.get(event.getType()));
            }
        }
    }

    @Test
    public void tell() throws IOException {
        synchronized (EVENTS) {
            Files.write(Path.of(System.getProperty("zaledje.data"), FILE), EVENTS);
            EVENTS.clear();
        }
    }

    @Test
    public void watchNoMore() {
        context.getBundle(0).getBundleContext().removeBundleListener(listener);
    }
}
