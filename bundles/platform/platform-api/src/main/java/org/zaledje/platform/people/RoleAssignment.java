package org.zaledje.platform.people;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A role that a user has, perhaps only in a part of the organisation.
 *
 * @param role    id of the role
 * @param company the company it holds in; empty for all
 * @param units   the organisational units of that company it holds in, with those below them; empty for all of it
 */
public record RoleAssignment(UUID role, Optional<UUID> company, Set<UUID> units) {

    /** The most units in one assignment. */
    public static final int UNITS_MAX = 100;

    public RoleAssignment {
        Objects.requireNonNull(role);
        Objects.requireNonNull(company);
        units = Set.copyOf(units);
    }

    /** The role, in every company. */
    public static RoleAssignment everywhere(UUID role) {
        return new RoleAssignment(role, Optional.empty(), Set.of());
    }
}
