package org.zaledje.platform.number;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a series of numbers.
 *
 * @param company whose records are numbered
 * @param type    what is numbered: {@code <function>.<noun>}, for example {@code accounting.entry}; at most 100 characters
 * @param series  the journal, branch or kind within it, for example {@code GEN}; at most 40 characters, may be empty
 * @param year    the year that it is for, 1 to 9999; 0 for a series that goes on for ever
 */
public record SeriesKey(UUID company, String type, String series, int year) {

    public SeriesKey {
        Objects.requireNonNull(company);
        if (type.isEmpty() || type.length() > 100 || series.length() > 40 || year < 0 || year > 9999) {
            throw new IllegalArgumentException("not the name of a series: " + type + " " + series + " " + year);
        }
    }
}
