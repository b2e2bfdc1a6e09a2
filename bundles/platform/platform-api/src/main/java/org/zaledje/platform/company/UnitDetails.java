package org.zaledje.platform.company;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of an organisational unit.
 *
 * @param code      short name, 1 to {@value #CODE_LENGTH_MAX} characters; no two units of a company have the same
 * @param name      1 to {@value #NAME_LENGTH_MAX} characters
 * @param parent    the unit that it is a part of; empty at the top of the company
 * @param validFrom its first day; empty when it has always been
 * @param validTo   its last day, not before the first; empty while no end is known
 */
public record UnitDetails(
        String code, String name, Optional<UUID> parent, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {

    /** Longest code, in characters. */
    public static final int CODE_LENGTH_MAX = 40;

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 200;

    public UnitDetails {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(validFrom);
        Objects.requireNonNull(validTo);
    }
}
