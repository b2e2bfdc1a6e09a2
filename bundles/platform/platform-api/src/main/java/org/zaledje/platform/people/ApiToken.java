package org.zaledje.platform.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a program shows instead of a password. Its secret is seen once, when it is issued.
 *
 * @param id          its id, which is no secret
 * @param user        whose rights it gives
 * @param userName    their login name
 * @param name        what it is for; 1 to {@value #NAME_LENGTH_MAX} characters
 * @param permissions what it is good for, of all that its user may do; empty for all of it
 * @param company     the company it is good in; empty for all of its user's
 * @param createdAt   when it was issued
 * @param expiresAt   when it ends
 * @param lastUsedAt  when it was last used, to the minute; empty when never
 */
public record ApiToken(
        UUID id,
        UUID user,
        String userName,
        String name,
        Set<String> permissions,
        Optional<UUID> company,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    /** Longest life, in days. */
    public static final int DAYS_MAX = 730;

    /** The most tokens that one user can have at once. */
    public static final int TOKENS_MAX = 100;

    public ApiToken {
        Objects.requireNonNull(id);
        Objects.requireNonNull(user);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(name);
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(company);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(lastUsedAt);
    }
}
