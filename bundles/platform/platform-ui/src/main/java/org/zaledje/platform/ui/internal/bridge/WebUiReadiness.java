package org.zaledje.platform.ui.internal.bridge;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.internal.UiTexts;

/** The web UI is ready while a servlet of it is initialised; the next one may come before the last one has gone. */
@Component(service = {WebUiReadiness.class, ReadinessCheck.class})
public final class WebUiReadiness implements ReadinessCheck {

    private final Set<UiServlet> initialised = ConcurrentHashMap.newKeySet();

    void initialised(UiServlet servlet) {
        initialised.add(servlet);
    }

    void destroyed(UiServlet servlet) {
        initialised.remove(servlet);
    }

    @Override
    public String name() {
        return "web-ui";
    }

    @Override
    public Optional<LocalizedText> notReadyBecause() {
        return initialised.isEmpty() ? Optional.of(UiTexts.text("readiness.starting")) : Optional.empty();
    }
}
