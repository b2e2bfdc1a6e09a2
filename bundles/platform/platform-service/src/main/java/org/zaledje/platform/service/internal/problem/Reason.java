package org.zaledje.platform.service.internal.problem;

import java.util.regex.Pattern;

/** What libraries say went wrong, fit for an administrator: one line, of bounded length, without class names. */
public final class Reason {

    private static final int LENGTH_MAX = 500;
    private static final Pattern CLASS_NAMES = Pattern.compile("\\b(?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error): ");
    private static final String NESTED = "[caused by: ";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Reason() {
    }

    public static String of(Throwable problem) {
        return of(problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
    }

    /** As {@link #of(Throwable)}, for what has become a text already. */
    public static String of(String message) {
        String plain = WHITE_SPACE.matcher(CLASS_NAMES.matcher(innermost(message)).replaceAll("")).replaceAll(" ").strip();
        return plain.length() <= LENGTH_MAX ? plain : plain.substring(0, LENGTH_MAX) + "…";
    }

    /** OSGi's resolver begins with what was asked for and ends with what is missing, which is what helps. */
    private static String innermost(String message) {
        int last = message.lastIndexOf(NESTED);
        return last < 0 ? message : message.substring(last + NESTED.length()).replaceFirst("]+$", "");
    }
}
