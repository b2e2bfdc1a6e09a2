package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells whose a name and a password are, and makes those wait who guess. Right and wrong take the same time. */
@Component(service = PasswordCheck.class)
public final class PasswordCheck {

    /** A hash takes 19 MiB, so that many calls at once must not compute theirs all together. */
    private static final int HASHES_AT_ONCE = 8;

    /** For so long a place elsewhere is not asked again about a password that it has said is right. */
    private static final Duration KEPT_FROM_ELSEWHERE = Duration.ofMinutes(1);

    private final UserStore users;
    private final IdentitySettings settings;
    private final Clock clock;
    private final VerifiedCredentials verified;
    private final FailedLogins strangers;
    private final List<ExternalLogin> elsewhere = new CopyOnWriteArrayList<>();
    private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE, true);
    private final PasswordHash nobodys = PasswordHash.of("nobody's".toCharArray());

    @Activate
    public PasswordCheck(@Reference UserStore users, @Reference IdentitySettings settings, @Reference Clock clock) {
        this.users = users;
        this.settings = settings;
        this.clock = clock;
        this.verified = new VerifiedCredentials(clock);
        this.strangers = new FailedLogins(settings, clock);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addExternalLogin(ExternalLogin login) {
        elsewhere.add(login);
    }

    void removeExternalLogin(ExternalLogin login) {
        elsewhere.remove(login);
    }

    /** The user with this name and password, who may come in. */
    Optional<User> find(String name, char[] password) {
        if (name.length() > UserStore.NAME_LENGTH_MAX || password.length > PasswordHash.PASSWORD_LENGTH_MAX) {
            return Optional.empty();
        }
        Optional<User> user = users.find(name);
        boolean known = user.filter(User::mayComeIn).flatMap(PasswordCheck::key).filter(key -> verified.contains(key, password)).isPresent();
        Optional<User> found = known ? user : compared(UserStore.normal(name), user, password);
        return found.filter(User::mayComeIn);
    }

    /** Whether this is the user's password, for one who has come in already. */
    boolean isOf(User user, char[] password) {
        return password.length <= PasswordHash.PASSWORD_LENGTH_MAX && lockedUntil(user).isEmpty()
                && compared(user.name(), Optional.of(user), password).isPresent();
    }

    /** Until when a user is kept out after wrong passwords. */
    Optional<Instant> lockedUntil(User user) {
        return user.failedAt().filter(at -> user.failures() >= settings.failuresMax())
                .map(at -> at.plus(settings.lockout())).filter(clock.instant()::isBefore);
    }

    /** Until when a name has to wait after wrong passwords; for names of nobody it is the same as for others. */
    Optional<Instant> waitsUntil(String name) {
        return name.length() > UserStore.NAME_LENGTH_MAX
                ? Optional.empty() : waitsUntil(UserStore.normal(name), users.find(name));
    }

    private Optional<Instant> waitsUntil(String name, Optional<User> user) {
        return user.isPresent() ? lockedUntil(user.get()) : strangers.waitsUntil(name);
    }

    /** Counts a wrong password or code. */
    void failed(User user) {
        users.failed(user.id(), clock.instant());
    }

    private Optional<User> compared(String name, Optional<User> user, char[] password) {
        boolean waits = waitsUntil(name, user).isPresent();
        PasswordHash hash = user.flatMap(User::passwordHash).map(PasswordHash::parse).orElse(nobodys);
        boolean here = fits(hash, password) && user.flatMap(User::passwordHash).isPresent();
        if (waits) {
            // Not asked elsewhere either: guesses here must not lock anybody out there.
            return Optional.empty();
        }
        Optional<User> found = here ? user : elsewhere(name, user, password);
        if (found.isEmpty()) {
            user.ifPresentOrElse(this::failed, () -> strangers.failed(name));
            return found;
        }
        if (here) {
            verified.add(found.get().passwordHash().orElseThrow(), password);
        } else {
            key(found.get()).ifPresent(key -> verified.add(key, password, KEPT_FROM_ELSEWHERE));
            strangers.succeeded(name);
        }
        if (found.get().failures() > 0 && !found.get().hasSecondFactor()) {
            users.forgetFailures(found.get().id());
        }
        return found;
    }

    /** What a verified password is remembered under. */
    private static Optional<String> key(User user) {
        return user.passwordHash().or(() -> user.subject().map(subject -> user.source() + " " + user.id()));
    }

    private boolean fits(PasswordHash hash, char[] password) {
        hashing.acquireUninterruptibly();
        try {
            return hash.matches(password);
        } finally {
            hashing.release();
        }
    }

    private Optional<User> elsewhere(String name, Optional<User> user, char[] password) {
        // An empty password lets everybody in at directories that allow an anonymous bind.
        boolean keptHere = user.filter(known -> !known.source().isElsewhere()).isPresent();
        if (keptHere || password.length == 0) {
            return Optional.empty();
        }
        return elsewhere.stream().flatMap(login -> login.user(name, password).stream()).findFirst().flatMap(users::find);
    }
}
