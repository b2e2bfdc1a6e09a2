package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Slows down guessing: after many failures in a row a name has to wait. Thread-safe. */
final class FailedLogins {

    private static final int NAMES_MAX = 10_000;

    private record Failures(int inARow, Instant last) {
    }

    private final IdentitySettings settings;
    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES_MAX;
        }
    };

    FailedLogins(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when a name has to wait. */
    synchronized Optional<Instant> waitsUntil(String name) {
        return Optional.ofNullable(byName.get(name)).filter(failures -> failures.inARow() >= settings.failuresMax())
                .map(failures -> failures.last().plus(settings.lockout())).filter(clock.instant()::isBefore);
    }

    synchronized void failed(String name) {
        Failures before = byName.remove(name);
        byName.put(name, new Failures(before == null ? 1 : before.inARow() + 1, clock.instant()));
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }
}
