package org.zaledje.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where in their company a caller may do something. See {@link Callers#reach}.
 *
 * @param everywhere whether in the whole company, records of no unit included
 * @param units      else the organisational units, those below included; not empty then
 */
public record Reach(boolean everywhere, Set<UUID> units) {

    public Reach {
        units = Set.copyOf(units);
    }

    /** Whether it takes in a record of this unit; an empty one is the company's as a whole. */
    public boolean covers(Optional<UUID> unit) {
        return everywhere || unit.map(units::contains).orElse(false);
    }
}
