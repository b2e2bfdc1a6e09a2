package org.zaledje.platform.service.internal.identity;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.text.Texts;

/** Checks passwords against the platform's users. */
@Component(service = Authentication.class)
public final class PasswordAuthentication implements Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordAuthentication.class);
    private static final Texts TEXTS = Texts.beside(PasswordAuthentication.class);

    /** A hash takes 19 MiB, so that many calls at once must not compute theirs all together. */
    private static final int HASHES_AT_ONCE = 8;

    private final Users users;
    private final VerifiedCredentials verified;
    private final FailedLogins failures;
    private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE, true);
    private final PasswordHash nobodys = PasswordHash.of("nobody's".toCharArray());

    @Activate
    public PasswordAuthentication(@Reference Users users, @Reference Clock clock) {
        this.users = users;
        this.verified = new VerifiedCredentials(clock);
        this.failures = new FailedLogins(clock);
    }

    @Override
    public Optional<Caller> authenticate(String name, char[] password) {
        if (name.length() > Users.NAME_LENGTH_MAX || password.length > PasswordHash.PASSWORD_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            Optional<User> user = users.find(name);
            boolean known = user.isPresent() && verified.contains(user.get().passwordHash(), password);
            return known || fits(Users.normal(name), user, password)
                    ? user.map(PasswordAuthentication::caller)
                    : Optional.empty();
        } catch (SQLException e) {
            LOG.error("Nobody can log in, because the users can't be read: {}", e.getMessage());
            throw ProblemException.of(ProblemException.Kind.UNAVAILABLE, "security.users-unavailable",
                    TEXTS.text("users.unavailable"));
        }
    }

    @Override
    public Optional<Caller> authenticateToken(String token) {
        return Optional.empty();
    }

    private boolean fits(String name, Optional<User> user, char[] password) {
        PasswordHash hash = user.map(User::passwordHash).map(PasswordHash::parse).orElse(nobodys);
        boolean waits = failures.mustWait(name);
        hashing.acquireUninterruptibly();
        boolean fits;
        try {
            fits = hash.matches(password) && user.isPresent() && !waits;
        } finally {
            hashing.release();
        }
        if (fits) {
            failures.succeeded(name);
            verified.add(user.get().passwordHash(), password);
        } else if (!waits) {
            failures.failed(name);
        }
        return fits;
    }

    private static Caller caller(User user) {
        return new Caller(user.name(), user.roles(), Locale.ENGLISH);
    }
}
