package org.zaledje.platform.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a step of a run stands.
 *
 * @param key        the step
 * @param title      what is to be done, in words
 * @param state      how far it is
 * @param task       its open task; empty unless {@link State#OPEN}
 * @param candidates who may take the task; empty unless {@link State#OPEN}
 * @param assignee   login name of who has taken it; empty when nobody has
 * @param dueAt      until when it is to be done; empty for no limit, and unless {@link State#OPEN}
 */
public record StepStanding(String key, Wording title, State state, Optional<UUID> task, List<Candidate> candidates,
        Optional<String> assignee, Optional<Instant> dueAt) {

    /** How far a step is. */
    public enum State {
        /** Other steps come first. */
        WAITING,
        /** It is somebody's turn. */
        OPEN,
        /** Approved, or done. */
        DONE,
        /** Left out: its conditions do not hold. */
        LEFT_OUT,
        /** Never reached: the run has ended before. */
        NOT_REACHED
    }

    public StepStanding {
        Objects.requireNonNull(key);
        Objects.requireNonNull(title);
        Objects.requireNonNull(state);
        candidates = List.copyOf(candidates);
    }
}
