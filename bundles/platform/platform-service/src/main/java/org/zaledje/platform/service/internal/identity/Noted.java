package org.zaledje.platform.service.internal.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what happens all the time from being written down each time. Thread-safe. */
final class Noted {

    private static final int ENTRIES_MAX = 10_000;

    private final Duration interval;
    private final Map<UUID, Instant> last = new ConcurrentHashMap<>();

    Noted(Duration interval) {
        this.interval = interval;
    }

    /** Whether {@code id} was not noted for a while; then it counts as noted from now. */
    boolean isDue(UUID id, Instant now) {
        Instant before = last.get(id);
        if (before != null && now.isBefore(before.plus(interval))) {
            return false;
        }
        if (last.size() >= ENTRIES_MAX) {
            last.clear();
        }
        return before == null ? last.putIfAbsent(id, now) == null : last.replace(id, before, now);
    }
}
