package org.zaledje.accounting.internal.books;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Recognises that a unique key has refused a row. */
public final class UniqueViolations {

    /** SQLSTATE "unique_violation", the same in H2 and PostgreSQL. */
    private static final String SQL_STATE = "23505";

    private UniqueViolations() {
    }

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(e -> e instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState()));
    }
}
