package org.zaledje.platform.procedure;

/** What somebody decides on a task. */
public enum Decision {
    /** It may go on. */
    APPROVE,
    /** It may not; the run ends. Needs a reason. */
    REJECT,
    /** Whoever has started it must mend the record; then all steps begin anew. Needs a reason. */
    RETURN,
    /** What was to be done is done. */
    DONE
}
