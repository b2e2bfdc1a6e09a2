package org.zaledje.platform.security;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Who a piece of work is done for.
 *
 * @param name   login name; {@code system} for the platform's own work
 * @param roles  names of the caller's roles
 * @param locale the language to answer in
 */
public record Caller(String name, Set<String> roles, Locale locale) {

    /** Role that includes every permission. */
    public static final String ADMINISTRATOR = "administrator";

    public Caller {
        Objects.requireNonNull(name);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(locale);
    }

    /** The platform itself, for example while it loads demo content. */
    public static Caller system() {
        return new Caller("system", Set.of(ADMINISTRATOR), Locale.ENGLISH);
    }

    /** Whether the caller may do what {@code permission} names. */
    public boolean may(String permission) {
        return roles.contains(ADMINISTRATOR) || roles.contains(permission);
    }

    /** The same caller, answered in another language. */
    public Caller in(Locale other) {
        return new Caller(name, roles, other);
    }
}
