package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.ui.internal.tab.CurrentPage;
import org.zaledje.platform.ui.internal.tab.Preferences;

/** Who uses the web UI in a session. */
@Component(service = SignIn.class)
public final class SignIn {

    private static final String CALLER = Caller.class.getName();
    private static final int INPUT_LENGTH_MAX = 256;

    private final Authentication authentication;
    private final Callers callers;

    @Activate
    public SignIn(@Reference Authentication authentication, @Reference Callers callers) {
        this.authentication = authentication;
        this.callers = callers;
    }

    /** Signs the tab's session in under a new session id; answers false when name or password is wrong. */
    boolean signIn(UI tab, String name, String password) {
        if (name.length() > INPUT_LENGTH_MAX || password.length() > INPUT_LENGTH_MAX) {
            return false;
        }
        char[] secret = password.toCharArray();
        Optional<Caller> caller = authentication.authenticate(name, secret);
        Arrays.fill(secret, '\0');
        if (caller.isEmpty()) {
            return false;
        }
        VaadinServletRequest.getCurrent().getHttpServletRequest().changeSessionId();
        tab.getSession().getSession().setAttribute(CALLER, caller.get().in(tab.getLocale()));
        return true;
    }

    /** Ends the session in all its tabs, and leads to the login. */
    public void signOut(UI tab) {
        tab.getPage().setLocation("/" + LoginView.PATH);
        tab.getSession().getSession().invalidate();
    }

    /** Who is signed in, or empty. */
    public Optional<Caller> caller(VaadinSession session) {
        return caller(session.getSession());
    }

    /** Changes the language of all tabs of the session, and of all that is done for them. */
    public void changeLanguage(UI tab, Locale language) {
        VaadinSession session = tab.getSession();
        session.setLocale(language);
        caller(session).ifPresent(caller -> session.getSession().setAttribute(CALLER, caller.in(language)));
        Preferences.rememberLanguage(tab, language);
        runAsCaller(session.getSession(), () -> CurrentPage.renew(tab));
        session.getUIs().stream()
                .filter(other -> other != tab)
                .forEach(other -> other.access(() -> CurrentPage.renew(other)));
    }

    /** Does {@code work} in the name of who is signed in; in nobody's when no one is. */
    public void runAsCaller(WrappedSession session, Runnable work) {
        caller(session).ifPresentOrElse(caller -> callers.runAs(caller, work), work);
    }

    /** Answers a request in the name of who is signed in; in nobody's when no one is. */
    public void serveAsCaller(HttpServletRequest request, Answer answer) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(CALLER) instanceof Caller caller)) {
            answer.give();
            return;
        }
        try {
            callers.callAs(caller, () -> {
                answer.give();
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<Caller> caller(WrappedSession session) {
        try {
            return session == null ? Optional.empty() : Optional.ofNullable((Caller) session.getAttribute(CALLER));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** What a servlet does with a request. */
    @FunctionalInterface
    public interface Answer {
        /** Gives it. */
        void give() throws ServletException, IOException;
    }
}
