package org.zaledje.platform.list;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.paging.PageRequest;

/**
 * Which rows of a list are wanted, in which order, and which page of them.
 *
 * @param filters rows that keep all of these
 * @param sort    the order; empty for the list's own
 * @param page    the part of it; its cursor is one that the same list gave for the same filters and order
 */
public record ListQuery(List<ListFilter> filters, List<SortKey> sort, PageRequest page) {

    public ListQuery {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
        Objects.requireNonNull(page);
    }

    /** All rows in the list's own order, page by page. */
    public static ListQuery of(PageRequest page) {
        return new ListQuery(List.of(), List.of(), page);
    }

    /** The same with one more filter. */
    public ListQuery where(ListFilter filter) {
        return new ListQuery(Stream.concat(filters.stream(), Stream.of(filter)).toList(), sort, page);
    }

    /** The same in another order. */
    public ListQuery sortedBy(List<SortKey> keys) {
        return new ListQuery(filters, keys, page);
    }

    /** Another page of the same rows. */
    public ListQuery at(PageRequest other) {
        return new ListQuery(filters, sort, other);
    }

    /** The page of the same rows that begins where another ended, as long as {@code limit}. */
    public ListQuery after(Optional<String> cursor, int limit) {
        return at(new PageRequest(limit, cursor));
    }
}
