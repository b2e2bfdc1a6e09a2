package org.zaledje.platform.shell.internal;

/** What a command could not do; the shell shows the message and nothing else. */
public final class CommandProblem extends Exception {

    private static final long serialVersionUID = 1L;

    public CommandProblem(String message) {
        super(message, null, false, false);
    }
}
