package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import org.zaledje.platform.ui.internal.login.SignIn;

/**
 * A session whose waiting work is done in the name of who is signed in. Vaadin does it, and renders what is to be
 * pushed, in whichever thread gives the session's lock back.
 */
final class UiSession extends VaadinSession {

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;

    UiSession(VaadinService service, SignIn signIn) {
        super(service);
        this.signIn = signIn;
    }

    @Override
    public void unlock() {
        signIn.runAsCaller(getSession(), super::unlock);
    }
}
