package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.ui.internal.tab.RenewalPage;

/** Lets nobody see a page before they have signed in. */
public final class SignInGuard implements BeforeEnterListener {

    private static final long serialVersionUID = 1L;

    /** Where people see to their own account. */
    private static final String ACCOUNT = "account";

    private final transient SignIn signIn;

    public SignInGuard(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Class<?> page = event.getNavigationTarget();
        boolean signedIn = signIn.caller(event.getUI().getSession()).isPresent();
        if (page == LoginView.class && signedIn) {
            event.forwardTo(asked(event), QueryParameters.empty());
        } else if (!signedIn && page != LoginView.class && page != RenewalPage.class) {
            QueryParameters asked = ReturnPath.of(event.getLocation().getPathWithQueryParameters())
                    .map(path -> QueryParameters.simple(Map.of(LoginView.NEXT, path)))
                    .orElseGet(QueryParameters::empty);
            event.forwardTo(LoginView.PATH, asked);
        } else if (signedIn && page != RenewalPage.class && signIn.mustSeeAccount(event.getUI().getSession())
                && !event.getLocation().getPath().equals(ACCOUNT)) {
            event.forwardTo(ACCOUNT);
        }
    }

    /** The page that led to the login; the browser may have come to it before it had the session of a login elsewhere. */
    private static String asked(BeforeEnterEvent event) {
        return event.getLocation().getQueryParameters().getParameters().getOrDefault(LoginView.NEXT, List.of()).stream()
                .findFirst().flatMap(ReturnPath::of).map(path -> path.split("\\?", 2)[0]).orElse("");
    }
}
