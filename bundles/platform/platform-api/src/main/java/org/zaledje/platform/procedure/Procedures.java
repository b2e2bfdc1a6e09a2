package org.zaledje.platform.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.text.LocalizedText;

/** Procedures of the current company, and records on their way through them. Changes are audited. Thread-safe. */
@ProviderType
public interface Procedures {

    /** Permission to change how procedures go, and to take back any run. */
    String MANAGE = "administration.procedure.manage";

    /**
     * Whether a record has to go through a procedure: whether any step of the current version would be left to do.
     *
     * @throws IllegalArgumentException as {@link #start}
     */
    boolean asks(String procedure, Map<String, String> facts);

    /**
     * Sends a record on its way, in the transaction of this thread: it begins if and only if that is committed. The caller's
     * right to do so is the function's to check. When no step's conditions hold, the run has ended when this returns, and
     * the event of that is published.
     *
     * @param procedure id of a {@link ProcedureType} that is there
     * @param record    a record of that type, which has no run that goes on
     * @param subject   what it is, in a line, 1 to {@value ProcedureRun#SUBJECT_LENGTH_MAX} characters
     * @param facts     what is known of the type's facts; conditions about the others hold
     * @param makers    login names of those who have made the record; like the caller they are {@link Step#STARTER} to
     *                  steps that others must do; at most {@value #MAKERS_MAX}
     * @return the run as it is now
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code procedure.under-way} when the record has a run
     * @throws IllegalArgumentException the procedure is not there, or a fact is none of its
     *         type or can't be read
     */
    ProcedureRun start(String procedure, RecordRef record, String subject, Map<String, String> facts, Set<String> makers);

    /** The most makers of a record. */
    int MAKERS_MAX = 10;

    /**
     * Sends a record that was given back on its way again, from the first step, with what it is now.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when the record has no run; CONFLICT
     *         {@code procedure.not-returned} when it was not given back; FORBIDDEN when the caller is neither who has
     *         started the run, nor stands in for them, nor has {@link #MANAGE}
     */
    ProcedureRun resume(RecordRef record, String subject, Map<String, String> facts);

    /**
     * Takes a record back, for example because it was deleted. The caller is who has started the run, or has
     * {@link #MANAGE}, or is the platform.
     *
     * @param reason why; may be empty, at most {@value DecisionRecord#COMMENT_LENGTH_MAX} characters
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when the record has no run that goes on; FORBIDDEN;
     *         RULES_BROKEN {@code procedure.withdrawal-invalid} when the reason is too long
     */
    void withdraw(RecordRef record, String reason);

    /**
     * Where a record stands: its latest run; empty when it never had one.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without the type's {@link ProcedureType#readPermission},
     *         unless the caller has started the run or has a task of it
     */
    Optional<ProcedureRun> latest(RecordRef record);

    /** How far a record's latest run is, for a function's own rules; empty when it never had one. Takes no right. */
    Optional<ProcedureRun.State> state(RecordRef record);

    /** A run; as {@link #latest}. */
    Optional<ProcedureRun> run(UUID id);

    /** A candidate in words, for example what a permission allows. Takes no right. */
    LocalizedText titleOf(Candidate candidate);

    /** What can be changed: the types of the functions that are there, by id. Needs {@link #MANAGE}. */
    List<ProcedureType> types();

    /** The version that new runs take; empty when the type is not there. Needs {@link #MANAGE}. */
    Optional<Procedure> current(String procedure);

    /** All versions, newest first; at most {@value #VERSIONS_MAX}. Needs {@link #MANAGE}. */
    List<Procedure> versions(String procedure);

    /** The most versions of a procedure. */
    int VERSIONS_MAX = 1_000;

    /**
     * Makes another version, which runs that start from now on take.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; NOT_FOUND when the type is
     *         not there; CHANGED_MEANWHILE; RULES_BROKEN {@code procedure.invalid} with every broken rule
     */
    Procedure publish(String procedure, ExpectedVersion expected, ProcedurePlan plan);
}
