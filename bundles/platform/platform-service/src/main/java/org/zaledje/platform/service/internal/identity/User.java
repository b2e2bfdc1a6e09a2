package org.zaledje.platform.service.internal.identity;

import java.util.Set;
import java.util.UUID;

/** One who may log in. */
record User(UUID id, String name, String passwordHash, Set<String> roles) {

    User {
        roles = Set.copyOf(roles);
    }
}
