package org.zaledje.platform.people;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A bundle of permissions that users can be given.
 *
 * @param id                   its id
 * @param name                 the name that people read; unique; 1 to {@value #NAME_LENGTH_MAX} characters
 * @param description          what it is for; up to {@value #DESCRIPTION_LENGTH_MAX} characters, may be empty
 * @param permissions          what it allows; may name permissions of functions that are not installed now
 * @param secondFactorRequired whether it gives its permissions only to those who logged in with a second factor
 */
public record Role(UUID id, String name, String description, Set<String> permissions, boolean secondFactorRequired) {

    /** The role that allows everything, functions yet to come included. It is always there and can't be changed. */
    public static final UUID ADMINISTRATOR = new UUID(0, 1);

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    /** Longest description, in characters. */
    public static final int DESCRIPTION_LENGTH_MAX = 500;

    /** The most permissions in one role. */
    public static final int PERMISSIONS_MAX = 1_000;

    public Role {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        permissions = Set.copyOf(permissions);
    }
}
