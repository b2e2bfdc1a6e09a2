package org.zaledje.platform.procedure.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who acts on a task.
 *
 * @param inPlaceOf whom they stand in for; empty when they act as themselves
 */
record Actor(String user, Optional<String> inPlaceOf) {

    /** Both, for both of them are bound by who must not act. */
    Set<String> people() {
        return Stream.concat(Stream.of(user), inPlaceOf.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
