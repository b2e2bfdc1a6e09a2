package org.zaledje.platform.ui.internal.bridge;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.internal.UiTexts;

/** The web UI is ready once its servlet has been initialised. */
@Component(service = {WebUiReadiness.class, ReadinessCheck.class})
public final class WebUiReadiness implements ReadinessCheck {

    private volatile boolean ready;

    void initialised() {
        ready = true;
    }

    void destroyed() {
        ready = false;
    }

    @Override
    public String name() {
        return "web-ui";
    }

    @Override
    public Optional<LocalizedText> notReadyBecause() {
        return ready ? Optional.empty() : Optional.of(UiTexts.text("readiness.starting"));
    }
}
