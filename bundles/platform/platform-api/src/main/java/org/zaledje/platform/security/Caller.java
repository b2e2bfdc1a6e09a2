package org.zaledje.platform.security;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who a piece of work is done for, in which company, and what they may do.
 *
 * @param name    login name; {@code system} for the platform's own work
 * @param roles   names of the caller's roles, for people to read; rights come from {@code grants} alone
 * @param grants  what the caller is allowed
 * @param locale  the language to answer in
 * @param company the company the caller works in; empty when none is chosen, which is the oldest one
 */
public record Caller(String name, Set<String> roles, Set<Grant> grants, Locale locale, Optional<UUID> company) {

    /** Name of the platform itself; no user can have it. */
    public static final String SYSTEM = "system";

    /** Name of the role that includes every permission in every company. */
    public static final String ADMINISTRATOR = "administrator";

    public Caller {
        Objects.requireNonNull(name);
        roles = Set.copyOf(roles);
        grants = Set.copyOf(grants);
        Objects.requireNonNull(locale);
        Objects.requireNonNull(company);
    }

    /** One with these permissions in every company; {@link #ADMINISTRATOR} among them gives all. */
    public Caller(String name, Set<String> permissions, Locale locale) {
        this(name, permissions, permissions.stream()
                .map(permission -> permission.equals(ADMINISTRATOR) ? Grant.EVERYTHING : permission)
                .map(Grant::everywhere).collect(Collectors.toSet()), locale, Optional.empty());
    }

    /** The platform itself, for example while it loads demo content. */
    public static Caller system() {
        return new Caller(SYSTEM, Set.of(ADMINISTRATOR), Locale.ENGLISH);
    }

    /** Whether this is the platform itself. */
    public boolean isSystem() {
        return name.equals(SYSTEM);
    }

    /** Whether the caller may do what {@code permission} names in the whole of their company. */
    public boolean may(String permission) {
        return grants.stream().anyMatch(grant -> grant.covers(permission, company) && grant.units().isEmpty());
    }

    /** Whether the caller may do everything in the whole of their company. */
    public boolean mayEverything() {
        return grants.stream().anyMatch(grant -> grant.covers(Grant.EVERYTHING, company) && grant.units().isEmpty());
    }

    /** Whether the caller may do what {@code permission} names in this organisational unit of their company. */
    public boolean mayIn(UUID unit, String permission) {
        return may(permission) || units(permission).contains(unit);
    }

    /**
     * The organisational units in which the caller may do what {@code permission} names; empty when none, and of no
     * meaning to one who {@link #may(String)} do it everywhere.
     */
    public Set<UUID> units(String permission) {
        return grants.stream().filter(grant -> grant.covers(permission, company))
                .flatMap(grant -> grant.units().stream()).collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether the caller may do what {@code permission} names at least somewhere in their company. */
    public boolean maySomewhere(String permission) {
        return grants.stream().anyMatch(grant -> grant.covers(permission, company));
    }

    /** Whether the caller may do what {@code permission} names in every company, those that are yet to come included. */
    public boolean mayEverywhere(String permission) {
        return grants.stream().anyMatch(
                grant -> grant.company().isEmpty() && grant.units().isEmpty() && grant.covers(permission, Optional.empty()));
    }

    /** Whether the caller has any right in a company. */
    public boolean hasRightsIn(UUID other) {
        return grants.stream().anyMatch(grant -> grant.company().isEmpty() || grant.company().get().equals(other));
    }

    /** The same caller, answered in another language. */
    public Caller in(Locale other) {
        return new Caller(name, roles, grants, other, company);
    }

    /** The same caller at work in a company. Whether they may do anything there is told by {@link #may(String)}. */
    public Caller in(UUID other) {
        return new Caller(name, roles, grants, locale, Optional.of(other));
    }
}
