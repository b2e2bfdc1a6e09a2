package org.zaledje.platform.procedure;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * Whiteboard service of a function that has a kind of record go through a procedure. Administrators may change how it goes;
 * what it can be about is the function's to say. When the service goes, runs and tasks stay, and go on when it returns; what
 * the function does at the end it does as a consumer of the events {@value #APPROVED}, {@value #REJECTED} and
 * {@value #WITHDRAWN}, which wait for it. Their aggregate is the run; their payload holds {@code procedure}, {@code run},
 * {@code recordType}, {@code recordId} and {@code reason}.
 */
@ConsumerType
public interface ProcedureType {

    /** Event: every step has ended well. */
    String APPROVED = "procedures.run.approved";

    /** Event: somebody has rejected the record; {@code reason} says why. */
    String REJECTED = "procedures.run.rejected";

    /** Event: the run was taken back; {@code reason} says why. */
    String WITHDRAWN = "procedures.run.withdrawn";

    /** Longest {@link #id()}, in characters. */
    int ID_LENGTH_MAX = 100;

    /** Names it for ever: {@code <function>.<what>}, lower-case letters, digits, dots and hyphens. */
    String id();

    /** The name that people read. */
    LocalizedText title();

    /** Type of the records it is about, as in {@link org.zaledje.platform.audit.RecordRef#type()}. */
    String recordType();

    /** What conditions can be about. */
    List<Fact> facts();

    /** How it goes until an administrator changes it. */
    ProcedurePlan suggested();

    /** What one needs to be allowed to see of a record where it stands. */
    String readPermission();

    /** The page that shows a record, without a leading slash; empty when there is none. */
    default Optional<String> page(String recordId) {
        return Optional.empty();
    }
}
