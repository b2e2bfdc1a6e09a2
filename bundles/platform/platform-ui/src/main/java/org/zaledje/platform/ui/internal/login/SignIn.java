package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAccess;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.security.Logins;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.Logins.Outcome;
import org.zaledje.platform.security.Logins.Refused;
import org.zaledje.platform.security.Logins.Session;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.platform.security.OpenIdLogins;
import org.zaledje.platform.ui.CurrentSession;
import org.zaledje.platform.ui.internal.tab.CurrentPage;
import org.zaledje.platform.ui.internal.tab.Preferences;

/** Who uses the web UI in a session. */
@Component(service = SignIn.class)
public final class SignIn {

    private static final String CALLER = Caller.class.getName();
    private static final String MUST_SEE_ACCOUNT = "org.zaledje.account.first";
    private static final String SIGN_OUT_HINT = "org.zaledje.openid.hint";
    private static final int INPUT_LENGTH_MAX = 256;

    private final Logins logins;
    private final OpenIdLogins openId;
    private final Callers callers;
    private final CompanyAccess companies;

    @Activate
    public SignIn(@Reference Logins logins, @Reference OpenIdLogins openId, @Reference Callers callers,
            @Reference CompanyAccess companies) {
        this.logins = logins;
        this.openId = openId;
        this.callers = callers;
        this.companies = companies;
    }

    /** Signs the tab's session in under a new session id, unless it is refused or a code is needed. */
    Outcome signIn(UI tab, String name, String password, Optional<String> code) {
        if (name.length() > INPUT_LENGTH_MAX || password.length() > INPUT_LENGTH_MAX) {
            return new Refused();
        }
        char[] secret = password.toCharArray();
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        String client = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Outcome outcome = logins.signIn(name, secret, code, new Origin(request.getRemoteAddr(), client));
        Arrays.fill(secret, '\0');
        if (outcome instanceof SignedIn signedIn) {
            request.changeSessionId();
            remember(tab.getSession().getSession()::setAttribute, signedIn.session(), tab.getLocale());
        }
        return outcome;
    }

    /**
     * Makes the browser of a request that of somebody who has signed in elsewhere. A session that nobody is signed in to goes
     * on under a new id: if it ended, the login page that is still shown would lead the browser to itself instead.
     */
    void arrived(HttpServletRequest request, Session signedIn, String signOutHint, Locale language) {
        Optional.ofNullable(request.getSession(false)).ifPresent(present -> {
            if (present.getAttribute(CALLER) == null) {
                request.changeSessionId();
            } else {
                present.invalidate();
            }
        });
        NewSessions.underNewIds(request);
        HttpSession session = request.getSession(true);
        remember(session::setAttribute, signedIn, language);
        session.setAttribute(SIGN_OUT_HINT, signOutHint);
    }

    private void remember(BiConsumer<String, Object> session, Session signedIn, Locale language) {
        session.accept(CurrentSession.ATTRIBUTE, signedIn.id());
        session.accept(CALLER, companies.resume(signedIn.caller().in(language)));
        session.accept(MUST_SEE_ACCOUNT, signedIn.mustSeeAccount());
    }

    /** What the OpenID provider is called where people can sign in at one. */
    Optional<String> openIdTitle() {
        return openId.title();
    }

    /** Whether whoever is signed in must see to their account before all else. */
    boolean mustSeeAccount(VaadinSession session) {
        return Boolean.TRUE.equals(session.getSession().getAttribute(MUST_SEE_ACCOUNT));
    }

    /** Ends the session in all its tabs, and leads to the login; by way of the provider, when it was opened there. */
    public void signOut(UI tab) {
        WrappedSession session = tab.getSession().getSession();
        URI base = OpenIdServlet.base(VaadinServletRequest.getCurrent().getHttpServletRequest());
        tab.getPage().setLocation(Optional.ofNullable((String) session.getAttribute(SIGN_OUT_HINT))
                .flatMap(hint -> openId.signOut(base, hint)).map(URI::toString).orElse("/" + LoginView.PATH));
        if (session.getAttribute(CurrentSession.ATTRIBUTE) instanceof UUID id) {
            logins.signOut(id);
        }
        session.invalidate();
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
        showAsCaller(tab, () -> CurrentPage.renew(tab));
        session.getUIs().stream()
                .filter(other -> other != tab)
                .forEach(other -> other.access(() -> CurrentPage.renew(other)));
    }

    /** The companies that whoever is signed in may work in, oldest first. */
    public List<Company> companies(VaadinSession session) {
        return caller(session).map(companies::of).orElse(List.of());
    }

    /**
     * Leads all tabs of the session into another company, each to its page or, from a single record, to the list above
     * it. Pages that hold input which is not saved are asked first; while one in another tab stays, nothing is changed.
     *
     * @param refused what is done when another tab stays; with the lock held
     */
    public void changeCompany(UI tab, UUID company, Runnable refused) {
        CurrentPage.leave(tab, () -> {
            VaadinSession session = tab.getSession();
            List<UI> left = session.getUIs().stream().filter(other -> other == tab || CurrentPage.leftAtOnce(other)).toList();
            boolean all = left.size() == session.getUIs().size();
            if (all) {
                caller(session).ifPresent(caller ->
                        session.getSession().setAttribute(CALLER, companies.choose(caller, company)));
            }
            left.forEach(each -> showAsCaller(each, () -> CurrentPage.comeBack(each, all)));
            if (!all) {
                refused.run();
            }
        });
    }

    /**
     * Does {@code work} in a tab in the name of who is signed in now, and fetches what the tab is to show after it: the
     * request that this is part of is still done for whoever it began for.
     */
    public void showAsCaller(UI tab, Runnable work) {
        var before = CurrentInstance.setCurrent(tab);
        try {
            runAsCaller(tab.getSession().getSession(), () -> {
                work.run();
                tab.getInternals().getStateTree().runExecutionsBeforeClientResponse();
            });
        } finally {
            CurrentInstance.restoreInstances(before);
        }
    }

    /** Does {@code work} in the name of who is signed in; in nobody's when no one is. */
    public void runAsCaller(WrappedSession session, Runnable work) {
        caller(session).ifPresentOrElse(caller -> callers.runAs(caller, work), work);
    }

    /**
     * Answers a request in the name of who is signed in, with the rights that they have at this moment; in nobody's when no
     * one is, or their session was ended.
     */
    public void serveAsCaller(HttpServletRequest request, Answer answer) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Caller> current = Optional.ofNullable(session).flatMap(this::renewed);
        if (current.isEmpty()) {
            answer.give();
            return;
        }
        Caller caller = current.get();
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

    /** The caller as they stand now. The browser of one whose session was ended is told so by Flow, for it has none any more. */
    private Optional<Caller> renewed(HttpSession session) {
        if (!(session.getAttribute(CurrentSession.ATTRIBUTE) instanceof UUID id)
                || !(session.getAttribute(CALLER) instanceof Caller known)) {
            return Optional.empty();
        }
        Optional<Session> present = logins.find(id);
        if (present.isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        Caller caller = new Caller(known.name(), present.get().caller().roles(), present.get().caller().grants(),
                known.locale(), known.company());
        if (caller.company().isEmpty()) {
            caller = companies.resume(caller);
        }
        session.setAttribute(CALLER, caller);
        session.setAttribute(MUST_SEE_ACCOUNT, present.get().mustSeeAccount());
        return Optional.of(caller);
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
