package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.procedure.InboxListener;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.task.InboxChanged;

/** Tells open tabs of a company that tasks have come or gone: once for many changes that follow each other closely. */
@Component
public final class InboxNews implements InboxListener {

    private static final Duration GATHERED = Duration.ofMillis(150);

    private final Browsers browsers;
    private final BackgroundWork work;
    private final SignIn signIn;
    private final Set<UUID> gathered = new HashSet<>();

    @Activate
    public InboxNews(@Reference Browsers browsers, @Reference BackgroundWork work, @Reference SignIn signIn) {
        this.browsers = browsers;
        this.work = work;
        this.signIn = signIn;
    }

    @Override
    public void changed(UUID company) {
        synchronized (gathered) {
            gathered.add(company);
            if (gathered.size() > 1) {
                return;
            }
        }
        work.after(GATHERED, this::tell);
    }

    private void tell() {
        Set<UUID> companies;
        synchronized (gathered) {
            companies = Set.copyOf(gathered);
            gathered.clear();
        }
        browsers.each(tab -> {
            if (worksIn(tab, companies)) {
                ComponentUtil.fireEvent(tab, new InboxChanged(tab));
            }
        });
    }

    private boolean worksIn(UI tab, Set<UUID> companies) {
        return signIn.caller(tab.getSession()).flatMap(Caller::company).filter(companies::contains).isPresent();
    }
}
