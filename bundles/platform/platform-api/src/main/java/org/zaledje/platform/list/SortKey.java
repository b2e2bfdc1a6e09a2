package org.zaledje.platform.list;

import java.util.Objects;

/**
 * One step of an order: rows that are equal so far are ordered by this field. Rows without a value come last, whichever
 * way it goes.
 *
 * @param field      name of a field that the list can be sorted by
 * @param descending whether the greatest comes first
 */
public record SortKey(String field, boolean descending) {

    public SortKey {
        Objects.requireNonNull(field);
    }

    /** As it is written in {@code ?sort=}: the field's name, with {@code -} before it when descending. */
    public static SortKey parse(String text) {
        return text.startsWith("-") ? new SortKey(text.substring(1), true) : new SortKey(text, false);
    }

    @Override
    public String toString() {
        return descending ? "-" + field : field;
    }
}
