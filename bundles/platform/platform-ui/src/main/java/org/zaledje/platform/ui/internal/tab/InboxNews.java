package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.ComponentUtil;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.procedure.InboxListener;
import org.zaledje.platform.ui.task.InboxChanged;

/** Tells open tabs that tasks have come or gone: once for many changes that follow each other closely. */
@Component
public final class InboxNews implements InboxListener {

    private static final Duration GATHERED = Duration.ofMillis(150);

    private final Browsers browsers;
    private final BackgroundWork work;
    private final AtomicBoolean waiting = new AtomicBoolean();

    @Activate
    public InboxNews(@Reference Browsers browsers, @Reference BackgroundWork work) {
        this.browsers = browsers;
        this.work = work;
    }

    @Override
    public void changed(UUID company) {
        if (waiting.compareAndSet(false, true)) {
            work.after(GATHERED, () -> {
                waiting.set(false);
                browsers.each(tab -> ComponentUtil.fireEvent(tab, new InboxChanged(tab)));
            });
        }
    }
}
