package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The browser tabs that are open. */
@Component(service = Browsers.class)
public final class Browsers {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(30);
    private static final int HEARTBEATS_MISSED_MAX = 3;

    // Tabs come and go in threads of requests, and are told of news in another.
    private final Set<UI> tabs = ConcurrentHashMap.newKeySet();
    private final BackgroundWork work;

    @Activate
    public Browsers(@Reference BackgroundWork work) {
        this.work = work;
        work.every(SWEEP_INTERVAL, this::sweep);
    }

    /** Takes in a tab until it is closed. */
    public void add(UI tab) {
        tabs.add(tab);
        tab.addDetachListener(closed -> {
            tabs.remove(tab);
            work.inOrder(FunctionClasses::forget);
        });
    }

    /** Does something in each open tab, soon, with the tab locked; pushes what changes there. */
    public void each(Consumer<UI> news) {
        work.inOrder(() -> tabs.forEach(tab -> tell(tab, news)));
    }

    private static void tell(UI tab, Consumer<UI> news) {
        try {
            tab.access(() -> news.accept(tab));
        } catch (UIDetachedException closedMeanwhile) {
            // It has no reader any more.
        }
    }

    /** Flow notices that a tab was closed only at the next request of the same session, which may never come. */
    private void sweep() {
        for (UI tab : tabs) {
            VaadinSession session = tab.getSession();
            if (session == null) {
                tabs.remove(tab);
            } else if (isSilent(tab, session)) {
                session.access(() -> {
                    tab.close();
                    session.removeUI(tab);
                });
            }
        }
    }

    private static boolean isSilent(UI tab, VaadinSession session) {
        long silentMs = System.currentTimeMillis() - tab.getInternals().getLastHeartbeatTimestamp();
        return silentMs > HEARTBEATS_MISSED_MAX * 1000L * session.getConfiguration().getHeartbeatInterval();
    }
}
