package org.zaledje.platform.service.internal.database;

import java.util.regex.Pattern;

/** Tells statements that read from those that may write. */
final class Statements {

    private static final Pattern READING = Pattern.compile("\\s*\\(*\\s*(select|values|table|show|explain|call)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** A select can lock rows, take a number of a sequence, and enclose a change of a table. */
    private static final Pattern WRITING = Pattern.compile(
            "\\b(for\\s+(no\\s+key\\s+)?update|for\\s+(key\\s+)?share|next\\s+value|nextval|insert|update|delete|merge)\\b",
            Pattern.CASE_INSENSITIVE);

    private Statements() {
    }

    /** Whether it may change or lock anything. Rather too often yes than too seldom. */
    static boolean mayWrite(String sql) {
        return !READING.matcher(sql).matches() || WRITING.matcher(sql).find();
    }
}
