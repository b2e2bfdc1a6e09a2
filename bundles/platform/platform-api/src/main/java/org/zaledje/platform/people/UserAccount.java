package org.zaledje.platform.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One who may come in.
 *
 * @param id                 time-ordered id
 * @param name               login name, in lower case; 1 to {@value #NAME_LENGTH_MAX} characters
 * @param displayName        the name that people read; up to {@value #TEXT_LENGTH_MAX} characters, may be empty
 * @param email              address for messages; may be empty
 * @param kind               whether it is a person or a program
 * @param disabled           whether they are kept out for now
 * @param lockedUntil        until when they are kept out after too many wrong passwords; empty when they are not
 * @param passwordMustChange whether they must choose a new password before they can do anything else
 * @param secondFactor       whether they log in to the web UI with a code from a device as well
 * @param assignments        the roles they have
 * @param createdAt          when the account was made
 * @param source             who knows their password
 */
public record UserAccount(
        UUID id,
        String name,
        String displayName,
        String email,
        Kind kind,
        boolean disabled,
        Optional<Instant> lockedUntil,
        boolean passwordMustChange,
        boolean secondFactor,
        List<RoleAssignment> assignments,
        Instant createdAt,
        Source source) {

    /** Longest login name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    /** Longest display name and longest address, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;

    /** What stands behind an account. */
    public enum Kind {
        /** Somebody who logs in with a password. */
        PERSON,
        /** A program: has no password and comes with tokens only. */
        SERVICE
    }

    /** Where it is decided whether they are who they say they are. */
    public enum Source {
        /** Here. */
        LOCAL,
        /** A directory, over LDAP. */
        LDAP,
        /** An OpenID provider. */
        OPENID;

        /** Whether their password is kept and changed elsewhere. */
        public boolean isElsewhere() {
            return this != LOCAL;
        }
    }

    /** One whose password is kept here, if they have one. */
    public UserAccount(UUID id, String name, String displayName, String email, Kind kind, boolean disabled,
            Optional<Instant> lockedUntil, boolean passwordMustChange, boolean secondFactor,
            List<RoleAssignment> assignments, Instant createdAt) {
        this(id, name, displayName, email, kind, disabled, lockedUntil, passwordMustChange, secondFactor, assignments,
                createdAt, Source.LOCAL);
    }

    public UserAccount {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(lockedUntil);
        assignments = List.copyOf(assignments);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(source);
    }
}
