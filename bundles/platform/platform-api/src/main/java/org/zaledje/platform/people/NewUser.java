package org.zaledje.platform.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A user to be made.
 *
 * @param name        login name; see {@link UserAccount#name()}
 * @param displayName see {@link UserAccount#displayName()}
 * @param email       see {@link UserAccount#email()}
 * @param kind        see {@link UserAccount#kind()}
 * @param password    the first password, which its owner must change; needed for a person, forbidden for a program
 * @param assignments the roles they are to have
 */
public record NewUser(
        String name,
        String displayName,
        String email,
        UserAccount.Kind kind,
        Optional<String> password,
        List<RoleAssignment> assignments) {

    public NewUser {
        Objects.requireNonNull(name);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(password);
        assignments = List.copyOf(assignments);
    }

    /** Tells all but the password. */
    @Override
    public String toString() {
        return "NewUser[" + name + ", " + kind + "]";
    }
}
