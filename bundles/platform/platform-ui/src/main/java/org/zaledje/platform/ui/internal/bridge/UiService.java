package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import org.zaledje.platform.ui.internal.login.SignIn;

/** Makes sessions that know whose they are, and lets go of functions that are gone. */
final class UiService extends VaadinServletService {

    private static final long serialVersionUID = 1L;

    private static final String KEEPS_CLASSES_OF_FUNCTIONS = "com.vaadin.flow.component.internal.ComponentMetaData";

    private final transient SignIn signIn;

    UiService(UiServlet servlet, DeploymentConfiguration configuration, SignIn signIn) {
        super(servlet, configuration);
        this.signIn = signIn;
    }

    @Override
    protected VaadinSession createVaadinSession(VaadinRequest request) {
        return new UiSession(this, signIn);
    }

    /**
     * One such listener is added for each component class and never removed, so it would hold the function's bundle
     * for ever.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(KEEPS_CLASSES_OF_FUNCTIONS)
                ? () -> { }
                : super.addServiceDestroyListener(listener);
    }
}
