package org.zaledje.platform.list;

/**
 * How many rows of a list match, counted as far as {@value #COUNTED_MAX}: a reader learns nothing from counting more, and
 * the database would have to read them all.
 *
 * @param rows how many were counted, at most {@value #COUNTED_MAX}
 * @param more whether there are more
 */
public record RowCount(int rows, boolean more) {

    /** How far is counted. */
    public static final int COUNTED_MAX = 10_000;

    /** Out of a count that stops one after the most. */
    public static RowCount of(int counted) {
        return new RowCount(Math.min(counted, COUNTED_MAX), counted > COUNTED_MAX);
    }
}
