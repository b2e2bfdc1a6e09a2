package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.lifecycle.StopListener;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.internal.UiTexts;

/** Tells everybody who has a page open that the platform is about to stop. */
@Component
public final class StopNotice implements StopListener {

    private final Browsers browsers;

    @Activate
    public StopNotice(@Reference Browsers browsers) {
        this.browsers = browsers;
    }

    @Override
    public void stopping() {
        browsers.each(tab -> {
            Notification notice = new Notification(Language.tell(UiTexts.text("platform.stopping")));
            notice.setPosition(Notification.Position.MIDDLE);
            notice.setDuration(0);
            notice.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
            notice.open();
        });
    }
}
