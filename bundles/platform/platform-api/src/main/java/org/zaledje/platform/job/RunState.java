package org.zaledje.platform.job;

/** What has become of a run. */
public enum RunState {
    /** It waits for a node that has the job and a free thread. */
    QUEUED,
    /** It is under way. */
    RUNNING,
    /** It has done its work. */
    SUCCEEDED,
    /** It threw an exception. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED,
    /** Its node ended, or its function went, before it was done. */
    INTERRUPTED;

    /** Whether nothing more will come of it. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
