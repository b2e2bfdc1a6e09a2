package org.zaledje.platform.people;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token to be issued; see {@link ApiToken}.
 *
 * @param days for how many days it is good, 1 to {@value ApiToken#DAYS_MAX}
 */
public record NewToken(String name, Set<String> permissions, Optional<UUID> company, int days) {

    public NewToken {
        Objects.requireNonNull(name);
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(company);
    }
}
