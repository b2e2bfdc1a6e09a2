package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;
import org.zaledje.platform.text.Texts;

/** Checks passwords and tokens against the platform's users. */
@Component(service = Authentication.class)
public final class PasswordAuthentication implements Authentication {

    /** What a token begins with, so that it is known when it turns up where it should not. */
    static final String TOKEN_PREFIX = "zlt_";

    private static final Logger LOG = LoggerFactory.getLogger(PasswordAuthentication.class);
    private static final Texts TEXTS = Texts.beside(PasswordAuthentication.class);
    private static final int TOKEN_LENGTH_MAX = 100;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final PasswordCheck passwords;
    private final Accounts accounts;
    private final TokenStore tokens;
    private final Clock clock;
    private final Noted noted = new Noted(USE_NOTED_EVERY);

    @Activate
    public PasswordAuthentication(@Reference PasswordCheck passwords, @Reference Accounts accounts,
            @Reference TokenStore tokens, @Reference Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> authenticate(String name, char[] password) {
        String secret = new String(password, 0, Math.min(password.length, TOKEN_LENGTH_MAX));
        if (secret.startsWith(TOKEN_PREFIX)) {
            return authenticateToken(secret).filter(caller -> caller.name().equals(UserStore.normal(name)));
        }
        return reading(() -> passwords.find(name, password)).map(user -> {
            if (user.hasSecondFactor()) {
                throw ProblemException.of(Kind.UNAUTHENTICATED, "auth.second-factor", TEXTS.text("second-factor"));
            }
            return reading(() -> accounts.caller(accounts.find(user.id()).orElseThrow(), false));
        });
    }

    @Override
    public Optional<Caller> authenticateToken(String token) {
        if (!token.startsWith(TOKEN_PREFIX) || token.length() > TOKEN_LENGTH_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return reading(() -> accounts.token(token).filter(known -> now.isBefore(known.expiresAt()))
                .flatMap(known -> accounts.find(known.user())
                        .filter(account -> account.user().mayComeIn())
                        .map(account -> {
                            if (noted.isDue(known.id(), now)) {
                                tokens.used(known.id(), now);
                            }
                            return limited(caller(account), known);
                        })));
    }

    /** A token of a user with a second factor was issued by one who had shown it; a program has none to show. */
    private Caller caller(Account account) {
        return accounts.caller(account, account.user().hasSecondFactor() || account.user().kind() == UserAccount.Kind.SERVICE);
    }

    /** What a token is good for: of what its user may do, that which it names, where it says. */
    static Caller limited(Caller user, ApiToken token) {
        boolean whole = token.permissions().isEmpty() && token.company().isEmpty();
        Set<Grant> grants = new HashSet<>();
        for (Grant grant : user.grants()) {
            boolean inCompany = token.company().isEmpty() || grant.company().isEmpty()
                    || grant.company().equals(token.company());
            Optional<UUID> company = grant.company().or(token::company);
            if (inCompany && token.permissions().isEmpty()) {
                grants.add(new Grant(grant.permission(), company, grant.units()));
            } else if (inCompany) {
                token.permissions().stream()
                        .filter(named -> grant.permission().equals(Grant.EVERYTHING) || grant.permission().equals(named))
                        .forEach(named -> grants.add(new Grant(named, company, grant.units())));
            }
        }
        // A role's name says more than a limited token gives: that of the administrator opens the container's shell.
        return new Caller(user.name(), whole ? user.roles() : Set.of(), grants, user.locale(), token.company());
    }

    private static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException e) {
            throw unavailable(e);
        }
    }

    static ProblemException unavailable(IllegalStateException e) {
        LOG.error("Nobody can log in, because the users can't be read: {}", e.getMessage());
        return ProblemException.of(Kind.UNAVAILABLE, "security.users-unavailable", TEXTS.text("users.unavailable"));
    }
}
