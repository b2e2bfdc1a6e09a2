package org.zaledje.platform.security;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One thing that somebody is allowed to do.
 *
 * @param permission a permission that a function declares, or {@link #EVERYTHING}
 * @param company    the company it holds in; empty for all
 * @param units      the organisational units it holds in, with all units below them; empty for the whole company
 */
public record Grant(String permission, Optional<UUID> company, Set<UUID> units) {

    /** Stands for every permission, those of functions that are yet to come included. */
    public static final String EVERYTHING = "*";

    public Grant {
        Objects.requireNonNull(permission);
        Objects.requireNonNull(company);
        units = Set.copyOf(units);
    }

    /** The permission, in every company. */
    public static Grant everywhere(String permission) {
        return new Grant(permission, Optional.empty(), Set.of());
    }

    /** Whether it gives {@code asked} in {@code where}, be it in some units only. An empty {@code where} is no company in particular. */
    boolean covers(String asked, Optional<UUID> where) {
        return (permission.equals(EVERYTHING) || permission.equals(asked)) && (company.isEmpty() || company.equals(where));
    }
}
