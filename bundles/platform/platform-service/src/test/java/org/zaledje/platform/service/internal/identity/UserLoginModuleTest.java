package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.text.LocalizedText;

class UserLoginModuleTest {

    private static final Authentication AUTHENTICATION = new Authentication() {
        @Override
        public Optional<Caller> authenticate(String name, char[] password) {
            if (name.equals("twofold")) {
                throw ProblemException.of(ProblemException.Kind.UNAUTHENTICATED, "auth.second-factor",
                        LocalizedText.verbatim("use a token"));
            }
            Set<String> roles = Set.of(name.equals("admin") ? Caller.ADMINISTRATOR : "clerk");
            return Optional.of(new Caller(name, roles, Locale.ENGLISH))
                    .filter(caller -> Arrays.equals(password, "geslo".toCharArray()));
        }

        @Override
        public Optional<Caller> authenticateToken(String token) {
            return Optional.empty();
        }
    };

    @Test
    void anAdministratorMayUseTheContainersShell() throws LoginException {
        Subject subject = login("admin", "geslo");
        assertTrue(subject.getPrincipals().contains(new UserPrincipal("admin")));
        for (String role : new String[] {"administrator", "admin", "manager", "viewer", "systembundles", "ssh"}) {
            assertTrue(subject.getPrincipals().contains(new RolePrincipal(role)), role);
        }
    }

    @Test
    void anotherUserHasJustTheirRoles() throws LoginException {
        assertEquals(Set.of(new UserPrincipal("ana"), new RolePrincipal("clerk")),
                login("ana", "geslo").getPrincipals());
    }

    @Test
    void aWrongOrMissingPasswordFails() {
        assertThrows(FailedLoginException.class, () -> login("admin", "wrong"));
        assertThrows(FailedLoginException.class, () -> login("admin", null));
        assertThrows(FailedLoginException.class, () -> login(null, "geslo"));
    }

    @Test
    void aPasswordThatIsNotEnoughFailsAndSaysWhatIs() {
        LoginException refused = assertThrows(FailedLoginException.class, () -> login("twofold", "geslo"));
        assertTrue(refused.getMessage().contains("use a token"));
    }

    private static Subject login(String name, String password) throws LoginException {
        CallbackHandler typed = callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof NameCallback asked) {
                    asked.setName(name);
                } else if (callback instanceof PasswordCallback asked && password != null) {
                    asked.setPassword(password.toCharArray());
                }
            }
        };
        Subject subject = new Subject();
        UserLoginModule module = new UserLoginModule();
        module.initialize(subject, typed, Map.of(), Map.of(UserLoginModule.AUTHENTICATION, AUTHENTICATION));
        module.login();
        module.commit();
        return subject;
    }
}
