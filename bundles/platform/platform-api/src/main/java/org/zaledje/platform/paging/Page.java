package org.zaledje.platform.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param items the rows, in the order of the list
 * @param next  the cursor to ask for the following page with; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page out of rows that were read with a limit of one more than asked for.
     *
     * @param rows   up to {@code request.limit() + 1} rows
     * @param cursor makes the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, Optional.of(cursor.apply(items.get(items.size() - 1))));
    }

    /** The same page with each row turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
