package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Slows down guessing: after many failures in a row a name has to wait. Thread-safe. */
final class FailedLogins {

    static final int FAILURES_MAX = 10;
    static final Duration WAIT = Duration.ofSeconds(30);

    private static final int NAMES_MAX = 10_000;

    private record Failures(int inARow, Instant last) {
    }

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES_MAX;
        }
    };

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String name) {
        Failures failures = byName.get(name);
        return failures != null
                && failures.inARow() >= FAILURES_MAX
                && clock.instant().isBefore(failures.last().plus(WAIT));
    }

    synchronized void failed(String name) {
        Failures before = byName.remove(name);
        byName.put(name, new Failures(before == null ? 1 : before.inARow() + 1, clock.instant()));
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }
}
