package org.zaledje.platform.number;

import java.util.Objects;

/**
 * A gapless series.
 *
 * @param key     its name
 * @param pattern how its numbers are written
 * @param next    the number that comes next
 * @param used    whether a number has been taken; then pattern and next number stay as they are
 */
public record SeriesInfo(SeriesKey key, NumberPattern pattern, long next, boolean used) {
    public SeriesInfo {
        Objects.requireNonNull(key);
        Objects.requireNonNull(pattern);
    }
}
