package org.zaledje.platform.shell.internal;

/** What a command could not do; the shell shows the message and nothing else. */
final class CommandProblem extends Exception {

    private static final long serialVersionUID = 1L;

    CommandProblem(String message) {
        super(message, null, false, false);
    }
}
