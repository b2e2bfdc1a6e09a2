package org.zaledje.platform.procedure;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A decision that was made.
 *
 * @param step      key of the step; {@link Step#STARTER} when a record that was given back has been mended
 * @param decision  what was decided
 * @param by        login name of who has decided
 * @param inPlaceOf login name of the one they stand in for; empty when they decided as themselves
 * @param comment   why; may be empty
 * @param at        when
 * @param again     how often the record had been given back before
 */
public record DecisionRecord(String step, Decision decision, String by, Optional<String> inPlaceOf, String comment,
        Instant at, int again) {

    /** Longest {@link #comment()}, in characters. */
    public static final int COMMENT_LENGTH_MAX = 1_000;

    public DecisionRecord {
        Objects.requireNonNull(step);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(by);
        Objects.requireNonNull(inPlaceOf);
        Objects.requireNonNull(comment);
        Objects.requireNonNull(at);
    }
}
