package org.zaledje.platform.people;

import java.util.Objects;
import java.util.Set;

/** What a role is to be; see {@link Role}. */
public record RoleDraft(String name, String description, Set<String> permissions, boolean secondFactorRequired) {

    public RoleDraft {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        permissions = Set.copyOf(permissions);
    }
}
