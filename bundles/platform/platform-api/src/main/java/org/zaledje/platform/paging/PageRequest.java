package org.zaledje.platform.paging;

import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a long list is wanted.
 *
 * @param limit  the most rows to answer with, 1 to {@value #LIMIT_MAX}
 * @param cursor where the page before ended ({@link Page#next()}); empty for the first page
 */
public record PageRequest(int limit, Optional<String> cursor) {

    /** Rows in a page when the caller does not say. */
    public static final int LIMIT_DEFAULT = 50;

    /** The most rows in a page. */
    public static final int LIMIT_MAX = 500;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be from 1 to " + LIMIT_MAX + ": " + limit);
        }
        Objects.requireNonNull(cursor);
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /**
     * A page as a query asks for it. A limit outside the range is brought into it; an absent one is {@value #LIMIT_DEFAULT}.
     *
     * @param limit  may be null
     * @param cursor may be null or empty
     */
    public static PageRequest ofQuery(Integer limit, String cursor) {
        int rows = limit == null ? LIMIT_DEFAULT : Math.max(1, Math.min(LIMIT_MAX, limit));
        return new PageRequest(rows, Optional.ofNullable(cursor).filter(c -> !c.isEmpty()));
    }
}
