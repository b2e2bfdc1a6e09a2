package org.zaledje.platform.procedure;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A time in which somebody stands in for somebody else: their tasks are in both inboxes.
 *
 * @param id         time-ordered id
 * @param person     login name of who is away
 * @param substitute login name of who stands in; another one
 * @param from       first day, in the company's time zone
 * @param to         last day; not before the first, at most {@value #DAYS_MAX} days later
 */
public record Substitution(UUID id, String person, String substitute, LocalDate from, LocalDate to) {

    /** Longest time, in days. */
    public static final int DAYS_MAX = 366;

    public Substitution {
        Objects.requireNonNull(id);
        Objects.requireNonNull(person);
        Objects.requireNonNull(substitute);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
