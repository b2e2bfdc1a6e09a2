package org.zaledje.platform.service.internal.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.people.UserAccount;

/**
 * One who may log in, as stored. {@code secret} is that of the second factor, {@code step} its last time step used;
 * {@code subject} is the id that a source elsewhere has for them; {@code withdrawn} says that it knows them no longer.
 */
record User(
        UUID id,
        String name,
        Optional<String> passwordHash,
        String displayName,
        String email,
        UserAccount.Kind kind,
        boolean disabled,
        boolean passwordMustChange,
        int failures,
        Optional<Instant> failedAt,
        Optional<String> secret,
        long step,
        Instant createdAt,
        UserAccount.Source source,
        Optional<String> subject,
        boolean withdrawn) {

    /** A person as they are first made. */
    static User person(UUID id, String name, String passwordHash, Instant createdAt) {
        return new User(id, UserStore.normal(name), Optional.of(passwordHash), "", "", UserAccount.Kind.PERSON, false, false,
                0, Optional.empty(), Optional.empty(), 0, createdAt, UserAccount.Source.LOCAL, Optional.empty(), false);
    }

    /** Who logs in at an OpenID provider shows a second factor there, or not at all. */
    boolean mayAddSecondFactor() {
        return source != UserAccount.Source.OPENID;
    }

    /** Whether neither an administrator nor where they come from keeps them out. */
    boolean mayComeIn() {
        return !disabled && !withdrawn;
    }

    boolean hasSecondFactor() {
        return secret.isPresent();
    }
}
