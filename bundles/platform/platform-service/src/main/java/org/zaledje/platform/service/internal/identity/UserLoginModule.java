package org.zaledje.platform.service.internal.identity;

import java.io.IOException;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;

/** Lets the platform's users log in by JAAS; administrators get the container's own roles. */
public final class UserLoginModule implements LoginModule {

    /** Name of the option that holds the {@link Authentication} to ask. */
    static final String AUTHENTICATION = "zaledje.authentication";

    private static final List<String> CONTAINER_ROLES = List.of("admin", "manager", "viewer", "systembundles", "ssh");

    private Subject subject;
    private CallbackHandler callbacks;
    private Authentication authentication;
    private final Set<Principal> principals = new HashSet<>();

    @Override
    public void initialize(Subject forSubject, CallbackHandler handler, Map<String, ?> sharedState,
            Map<String, ?> options) {
        subject = forSubject;
        callbacks = handler;
        authentication = (Authentication) options.get(AUTHENTICATION);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User");
        PasswordCallback password = new PasswordCallback("Password", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            LoginException problem = new LoginException("Name and password can't be asked for: " + e.getMessage());
            problem.initCause(e);
            throw problem;
        }
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("Name and password are needed");
        }
        Caller known = caller(name.getName(), password.getPassword()).orElseThrow(() -> new FailedLoginException("Name or password is wrong"));
        password.clearPassword();
        principals.add(new UserPrincipal(known.name()));
        known.roles().forEach(role -> principals.add(new RolePrincipal(role)));
        if (known.roles().contains(Caller.ADMINISTRATOR)) {
            CONTAINER_ROLES.forEach(role -> principals.add(new RolePrincipal(role)));
        }
        return true;
    }

    private Optional<Caller> caller(String name, char[] password) throws FailedLoginException {
        try {
            return authentication.authenticate(name, password);
        } catch (ProblemException e) {
            throw new FailedLoginException(e.getMessage());
        }
    }

    @Override
    public boolean commit() {
        return subject.getPrincipals().addAll(principals);
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
