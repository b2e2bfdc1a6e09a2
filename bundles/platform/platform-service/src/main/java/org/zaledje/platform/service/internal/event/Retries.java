package org.zaledje.platform.service.internal.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When what has failed is tried again: soon at first, then ever later; about a day in all. */
final class Retries {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12));

    private Retries() {
    }

    /** How long to wait after so many failures; empty when it is not tried again. */
    static Optional<Duration> after(int tries) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(tries - 1));
    }
}
