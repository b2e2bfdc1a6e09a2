package org.zaledje.platform.web.internal.problem;

/**
 * A likeness of an exception for the log: it says the same, but holds no class. The log keeps its latest exceptions in
 * memory, and each of them would keep the classes of its stack trace there, also those of a function that has gone.
 */
public final class LoggedFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int CAUSES_MAX = 20;

    private LoggedFailure(String text, LoggedFailure cause) {
        super(text, cause);
    }

    /** The likeness of a failure and of what caused it. */
    public static LoggedFailure of(Throwable failure) {
        return of(failure, CAUSES_MAX);
    }

    private static LoggedFailure of(Throwable failure, int causesMax) {
        Throwable cause = failure.getCause();
        LoggedFailure likeness = new LoggedFailure(failure.toString(),
                cause == null || causesMax == 0 ? null : of(cause, causesMax - 1));
        likeness.setStackTrace(failure.getStackTrace());
        return likeness;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
