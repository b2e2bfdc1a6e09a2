package org.zaledje.platform.number;

import java.util.Objects;

/**
 * A number that a record was given.
 *
 * @param number the number, from 1
 * @param text   as people write it, by the pattern of its series, for example {@code GEN-2026-00042}
 */
public record RecordNumber(long number, String text) {
    public RecordNumber {
        Objects.requireNonNull(text);
    }
}
