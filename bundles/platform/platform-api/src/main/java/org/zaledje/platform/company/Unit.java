package org.zaledje.platform.company;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.zaledje.platform.rest.Versioned;

/**
 * An organisational unit of a company, for example a department or a branch.
 *
 * @param id      time-ordered id (UUIDv7)
 * @param company the company that it is a part of
 * @param details what is known of it
 * @param version one more after each change, from 0
 */
public record Unit(UUID id, UUID company, UnitDetails details, long version) implements Versioned {

    public Unit {
        Objects.requireNonNull(id);
        Objects.requireNonNull(company);
        Objects.requireNonNull(details);
    }

    /** Whether it exists on a day: records of that day may be filed under it. */
    public boolean existsOn(LocalDate day) {
        return !details.validFrom().map(day::isBefore).orElse(false) && !details.validTo().map(day::isAfter).orElse(false);
    }

    /** Code and name, as people know it. */
    public String label() {
        return details.code() + " " + details.name();
    }
}
