package org.zaledje.platform.job;

/** Ends a run that was cancelled or has lost its job to another node. A job lets it through. */
public final class JobStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why it is to stop */
    public JobStoppedException(String message) {
        super(message);
    }
}
