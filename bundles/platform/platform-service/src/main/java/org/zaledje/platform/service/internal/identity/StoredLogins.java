package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.security.Logins;
import org.zaledje.platform.service.internal.identity.SessionStore.StoredSession;
import org.zaledje.platform.transaction.Transactions;

/** Opens and ends sessions in the platform's tables. */
@Component(service = {Logins.class, StoredLogins.class})
public final class StoredLogins implements Logins {

    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

    private final PasswordCheck passwords;
    private final SecondFactorCheck secondFactors;
    private final Accounts accounts;
    private final SessionStore sessions;
    private final Transactions transactions;
    private final IdentitySettings settings;
    private final IdSource ids;
    private final Clock clock;
    private final Noted noted = new Noted(SEEN_NOTED_EVERY);

    @Activate
    public StoredLogins(@Reference PasswordCheck passwords, @Reference SecondFactorCheck secondFactors,
            @Reference Accounts accounts, @Reference SessionStore sessions, @Reference Transactions transactions,
            @Reference IdentitySettings settings, @Reference IdSource ids, @Reference Clock clock) {
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Outcome signIn(String name, char[] password, Optional<String> code, Origin origin) {
        try {
            Optional<User> user = passwords.find(name, password);
            if (user.isEmpty()) {
                return refused(name);
            }
            if (!user.get().hasSecondFactor()) {
                return new SignedIn(open(user.get().id(), false, origin));
            }
            if (code.isEmpty()) {
                return new CodeNeeded();
            }
            return secondFactors.accepts(user.get(), code.get())
                    ? new SignedIn(open(user.get().id(), true, origin)) : refused(name);
        } catch (IllegalStateException e) {
            throw PasswordAuthentication.unavailable(e);
        }
    }

    private Outcome refused(String name) {
        return passwords.waitsUntil(name).<Outcome>map(MustWait::new).orElseGet(Refused::new);
    }

    /** Opens a session for a user who has shown elsewhere who they are, unless they are kept out. */
    public Outcome enter(UUID user, boolean secondFactor, Origin origin) {
        try {
            return accounts.read(user).filter(account -> account.user().mayComeIn()).isPresent()
                    ? new SignedIn(open(user, secondFactor, origin)) : new Refused();
        } catch (IllegalStateException e) {
            throw PasswordAuthentication.unavailable(e);
        }
    }

    private Session open(UUID user, boolean secondFactor, Origin origin) {
        Instant now = clock.instant();
        UUID id = ids.next();
        transactions.required(() -> {
            sessions.removeNotSeenSince(now.minus(settings.sessionIdle()));
            sessions.add(new StoredSession(new OpenSession(id, user, "", cut(origin.address(), SessionStore.ADDRESS_LENGTH_MAX),
                    cut(origin.client(), SessionStore.CLIENT_LENGTH_MAX), now, now), secondFactor));
            return id;
        });
        return find(id).orElseThrow(() -> new IllegalStateException("the session just opened is not there"));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public Optional<Session> find(UUID id) {
        try {
            Instant now = clock.instant();
            return accounts.session(id).flatMap(stored -> accounts.find(stored.session().user())
                    .filter(account -> account.user().mayComeIn())
                    .map(account -> {
                        if (noted.isDue(id, now)) {
                            sessions.seen(id, now);
                        }
                        boolean attention = account.user().passwordMustChange()
                                || account.lacksSecondFactor() && !stored.secondFactor() && account.user().mayAddSecondFactor();
                        return new Session(id, accounts.caller(account, stored.secondFactor()), attention);
                    }));
        } catch (IllegalStateException e) {
            throw PasswordAuthentication.unavailable(e);
        }
    }

    @Override
    public void signOut(UUID session) {
        transactions.required(() -> {
            if (sessions.remove(session) > 0) {
                accounts.changed();
            }
            return session;
        });
    }
}
