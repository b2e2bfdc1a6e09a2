package org.zaledje.platform.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.audit.RecordRef;

/**
 * A record on its way through a procedure.
 *
 * @param id        time-ordered id
 * @param procedure id of the procedure
 * @param version   the version it goes by
 * @param title     the procedure's name
 * @param record    the record
 * @param subject   what the record is, in a line, for example {@code Invoice 2026-17, Petrol d.d., 7,300.00 EUR}
 * @param facts     what was told of the record, by name
 * @param state     how far it is
 * @param startedBy login name of who has started it
 * @param startedAt when
 * @param endedAt   when it ended; empty while it goes on
 * @param steps     where each step stands, in the plan's order
 * @param decisions what people have decided so far, oldest first
 */
public record ProcedureRun(UUID id, String procedure, long version, Wording title, RecordRef record, String subject,
        Map<String, String> facts, State state, String startedBy, Instant startedAt, Optional<Instant> endedAt,
        List<StepStanding> steps, List<DecisionRecord> decisions) {

    /** Longest {@link #subject()}, in characters. */
    public static final int SUBJECT_LENGTH_MAX = 200;

    /** How far a run is. */
    public enum State {
        /** Somebody has a task. */
        RUNNING,
        /** Given back: whoever has started it has to mend the record. */
        RETURNED,
        /** Every step has ended well. */
        APPROVED,
        /** Somebody has rejected it. */
        REJECTED,
        /** It was taken back. */
        WITHDRAWN;

        /** Whether it goes on. */
        public boolean open() {
            return this == RUNNING || this == RETURNED;
        }
    }

    public ProcedureRun {
        Objects.requireNonNull(id);
        facts = Map.copyOf(facts);
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
    }
}
