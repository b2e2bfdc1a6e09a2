package org.zaledje.platform.audit;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Proves that neither the audit trail nor what functions verify was altered. Thread-safe. */
@ProviderType
public interface AuditProof {

    /** Permission to verify, and to export the head. */
    String VERIFY = "administration.audit.verify";

    /**
     * The end of the chain. Changes of the last moments may not be chained yet.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link AuditLog#READ}
     */
    ChainHead head();

    /**
     * Writes the head to a new file in the folder for heads, which later verifications compare with.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@value #VERIFY}; UNAVAILABLE when the file
     *         can't be written
     */
    ChainHead exportHead();

    /**
     * Verifies, and returns when all has been read.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@value #VERIFY}; CONFLICT while another
     *         verification runs
     */
    VerificationReport verify();

    /** As {@link #verify()}, in the background: {@link #latest()} tells how far it is. */
    VerificationReport start();

    /**
     * The verification that runs, or the last one since the platform started; empty when there was none.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link AuditLog#READ}
     */
    Optional<VerificationReport> latest();
}
