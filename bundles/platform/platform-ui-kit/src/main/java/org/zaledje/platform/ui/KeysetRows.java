package org.zaledje.platform.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * The rows of a long list as far as its reader has come: what was read is kept, so that a row stays where it was seen,
 * and the next page is read only when it is wanted.
 */
final class KeysetRows<T> implements Serializable {

    /** What one reader may scroll through before having to narrow the list; bounds the memory of a browser tab. */
    static final int ROWS_MAX = 10_000;

    static final int PAGE_ROWS = 100;

    private static final long serialVersionUID = 1L;

    private final transient Function<PageRequest, Page<T>> source;
    private final transient List<T> rows = new ArrayList<>();
    private transient Optional<String> next = Optional.empty();
    private boolean begun;

    KeysetRows(Function<PageRequest, Page<T>> source) {
        this.source = source;
    }

    /** The rows from {@code offset}, at most {@code limit}; fewer only where the list ends. */
    List<T> rows(int offset, int limit) {
        long wanted = Math.min((long) offset + limit, ROWS_MAX);
        while (rows.size() < wanted && hasMore()) {
            Page<T> page = source.apply(new PageRequest(PAGE_ROWS, next));
            rows.addAll(page.items());
            next = page.next();
            begun = true;
        }
        int end = (int) Math.min(wanted, rows.size());
        return offset >= end ? List.of() : List.copyOf(rows.subList(offset, end));
    }

    boolean isEmpty() {
        return rows(0, 1).isEmpty();
    }

    /** Whether the list goes on after the last row that can be scrolled to. */
    boolean isCut() {
        return rows.size() >= ROWS_MAX && next.isPresent();
    }

    /** Forgets what was read: the next call reads the list as it then is. */
    void reset() {
        rows.clear();
        next = Optional.empty();
        begun = false;
    }

    private boolean hasMore() {
        return !begun || next.isPresent();
    }
}
