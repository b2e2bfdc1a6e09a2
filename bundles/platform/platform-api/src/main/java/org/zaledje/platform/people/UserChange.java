package org.zaledje.platform.people;

import java.util.List;
import java.util.Objects;

/**
 * What a user is to be from now on.
 *
 * @param displayName see {@link UserAccount#displayName()}
 * @param email       see {@link UserAccount#email()}
 * @param disabled    see {@link UserAccount#disabled()}
 * @param assignments all roles they are to have, in place of those they had
 */
public record UserChange(String displayName, String email, boolean disabled, List<RoleAssignment> assignments) {

    public UserChange {
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
        assignments = List.copyOf(assignments);
    }

    /** What the user is now. */
    public static UserChange of(UserAccount user) {
        return new UserChange(user.displayName(), user.email(), user.disabled(), user.assignments());
    }

    /** The same, kept out or let in again. */
    public UserChange disabled(boolean out) {
        return new UserChange(displayName, email, out, assignments);
    }
}
