package org.zaledje.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification has found.
 *
 * @param state     how far it is
 * @param startedAt when it began
 * @param took      how long it took, or has taken so far
 * @param rows      rows read
 * @param unsealed  changes that were kept in the last moments and are not chained yet
 * @param faults    how many faults there are
 * @param findings  the first {@value #FINDINGS_MAX} of them, in the order found
 * @param head      the end of the chain that was verified; empty when the verification broke off before
 */
public record VerificationReport(State state, Instant startedAt, Duration took, long rows, long unsealed, long faults,
        List<Finding> findings, Optional<ChainHead> head) {

    /** The most findings in a report. */
    public static final int FINDINGS_MAX = 100;

    /** How far it is. */
    public enum State {
        /** Still reading. */
        RUNNING,
        /** Nothing was altered. */
        CLEAN,
        /** Something was altered. */
        ALTERED,
        /** It broke off; nothing is proven. The log says why. */
        FAILED
    }

    public VerificationReport {
        findings = List.copyOf(findings);
    }
}
