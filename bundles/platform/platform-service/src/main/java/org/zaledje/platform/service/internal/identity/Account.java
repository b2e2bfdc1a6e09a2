package org.zaledje.platform.service.internal.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;

/** A user with the roles they have. */
record Account(User user, List<HeldRole> roles) {

    /** A role as one user has it. */
    record HeldRole(UUID id, String name, boolean secondFactorRequired, Optional<UUID> company, Set<UUID> units,
            Set<String> permissions) {

        RoleAssignment assignment() {
            return new RoleAssignment(id, company, units);
        }

        boolean isEverything() {
            return id.equals(Role.ADMINISTRATOR) && company.isEmpty() && units.isEmpty();
        }

        /** Whether it is held in the whole of a company. */
        boolean isWholeIn(UUID where) {
            return units.isEmpty() && (company.isEmpty() || company.get().equals(where));
        }

        private Set<Grant> grants(UnaryOperator<Set<UUID>> withDescendants) {
            Set<UUID> all = units.isEmpty() ? units : withDescendants.apply(units);
            Set<String> given = id.equals(Role.ADMINISTRATOR) ? Set.of(Grant.EVERYTHING) : permissions;
            return given.stream().map(permission -> new Grant(permission, company, all)).collect(Collectors.toSet());
        }
    }

    Account {
        roles = List.copyOf(roles);
    }

    boolean isAdministrator() {
        return roles.stream().anyMatch(HeldRole::isEverything);
    }

    /** Whether one of the roles gives nothing without a second factor, and there is none. */
    boolean lacksSecondFactor() {
        return !user.hasSecondFactor() && roles.stream().anyMatch(HeldRole::secondFactorRequired);
    }

    /**
     * The user at work.
     *
     * @param secondFactor    whether they have shown a second factor; roles that require one give nothing without
     * @param withDescendants adds the units below
     */
    Caller caller(boolean secondFactor, UnaryOperator<Set<UUID>> withDescendants) {
        List<HeldRole> counting = user.passwordMustChange()
                ? List.of()
                : roles.stream().filter(role -> secondFactor || !role.secondFactorRequired()).toList();
        Set<Grant> grants = new HashSet<>();
        counting.forEach(role -> grants.addAll(role.grants(withDescendants)));
        // The name of the administrator's role opens the container's shell, so it is not for one who is so in part.
        Set<String> names = counting.stream()
                .filter(role -> !role.id().equals(Role.ADMINISTRATOR) || role.isEverything())
                .map(HeldRole::name).collect(Collectors.toSet());
        return new Caller(user.name(), names, grants, Locale.ENGLISH, Optional.empty());
    }
}
