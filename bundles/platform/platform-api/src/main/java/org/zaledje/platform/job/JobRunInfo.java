package org.zaledje.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a job, as others see it.
 *
 * @param id         id of the run
 * @param job        id of its job
 * @param state      what has become of it
 * @param trigger    why it was started
 * @param startedBy  login name of who started it; {@code system} for a run by the clock
 * @param parameters what it was started with
 * @param queuedAt   when it was due or asked for
 * @param startedAt  when it began; empty while it waits
 * @param endedAt    when it ended; empty until then
 * @param node       name of the node that it ran on; empty while it waits
 * @param done       units of work done
 * @param total      units in all; 0 when that is not known
 * @param message    what it did last, or why it failed; may be empty
 */
public record JobRunInfo(
        UUID id, String job, RunState state, Trigger trigger, String startedBy, Map<String, String> parameters,
        Instant queuedAt, Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<String> node,
        long done, long total, String message) {

    /** Why a run was started. */
    public enum Trigger {
        /** Its time had come. */
        SCHEDULE,
        /** Somebody wanted it. */
        HAND,
        /** The run before was cut off. */
        RESTART
    }

    public JobRunInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(job);
        parameters = Map.copyOf(parameters);
    }

    /** How long it took; empty until it has ended. */
    public Optional<Duration> duration() {
        return startedAt.flatMap(start -> endedAt.map(end -> Duration.between(start, end)));
    }
}
