package org.zaledje.platform.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A consumer of events, and how far it has come.
 *
 * @param name         its durable name
 * @param types        what it wants, in alphabetical order
 * @param present      whether it is there on the node that answers
 * @param registeredAt when it was first registered
 * @param backlog      events that are yet to take effect; counted up to {@value #BACKLOG_COUNTED_MAX}
 * @param oldest       when the oldest of these was published
 * @param failing      events that have failed and are tried again
 * @param deadLetters  events that have failed too often, and wait for an administrator
 */
public record ConsumerState(
        String name, List<String> types, boolean present, Instant registeredAt, long backlog, Optional<Instant> oldest,
        long failing, long deadLetters) {

    /** A backlog is counted no further. */
    public static final int BACKLOG_COUNTED_MAX = 100_000;

    public ConsumerState {
        types = List.copyOf(types);
    }
}
