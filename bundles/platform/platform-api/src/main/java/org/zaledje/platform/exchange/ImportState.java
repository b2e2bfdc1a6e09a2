package org.zaledje.platform.exchange;

/** How far an import has come. */
public enum ImportState {
    /** Checked and without mistakes: it can be run. */
    READY,
    /** Checked, and there are mistakes: nothing of it can be imported. */
    REFUSED,
    /** Waits for a job, or is being written by it. */
    RUNNING,
    /** All of it is imported. */
    DONE,
    /** It could not be written: nothing of it is imported. */
    FAILED
}
