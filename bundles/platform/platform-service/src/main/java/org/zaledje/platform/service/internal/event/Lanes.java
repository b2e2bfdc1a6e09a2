package org.zaledje.platform.service.internal.event;

import java.util.UUID;

/** The lanes of the log. An aggregate's events are all in one. */
final class Lanes {

    /** How many there are; as many rows as the changelog makes. */
    static final int COUNT = 64;

    private Lanes() {
    }

    static int of(UUID aggregate) {
        return Math.floorMod(aggregate.hashCode(), COUNT);
    }
}
