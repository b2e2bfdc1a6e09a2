package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinService;
import org.zaledje.platform.ui.PageAddress;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.internal.login.SignInGuard;
import org.zaledje.platform.ui.internal.tab.Browsers;
import org.zaledje.platform.ui.internal.tab.FailureHandler;
import org.zaledje.platform.ui.internal.tab.LentServices;
import org.zaledje.platform.ui.internal.tab.Preferences;

/** What each session and each browser tab has from its start. */
final class SessionSetup {

    private final SignIn signIn;
    private final Browsers browsers;
    private final LentServices lent;

    SessionSetup(SignIn signIn, Browsers browsers, LentServices lent) {
        this.signIn = signIn;
        this.browsers = browsers;
        this.lent = lent;
    }

    void attachTo(VaadinService service) {
        service.addSessionInitListener(this::begin);
        service.addUIInitListener(event -> begin(event.getUI()));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // A session that has ended leads to the login at once; there is nothing to read first.
        messages.setSessionExpiredNotificationEnabled(false);
        service.setSystemMessagesProvider(info -> messages);
    }

    private void begin(SessionInitEvent event) {
        event.getSession().setErrorHandler(new FailureHandler());
        Preferences.language(event.getRequest()).ifPresent(event.getSession()::setLocale);
    }

    private void begin(UI ui) {
        browsers.add(ui);
        lent.lendTo(ui);
        ui.addBeforeEnterListener(entered -> PageAddress.forget(ui));
        ui.addBeforeEnterListener(new SignInGuard(signIn));
    }
}
