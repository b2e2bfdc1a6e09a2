package org.zaledje.platform.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/*
 * How does a reader scroll through 100,000 rows in little memory?
 *
 * Where a page begins is kept for every page that was read (a cursor, some 100 bytes), its rows only for the pages that
 * were seen last. Scrolling back to an older one reads it again from its cursor. When it ends elsewhere then, for rows
 * have come or gone in it, all that was known of later pages is forgotten and read anew, so that no row is shown twice.
 */
/** The rows of a long list as far as its reader has come; the next page is read only when it is wanted. */
final class KeysetRows<T> implements Serializable {

    /** What one reader may scroll through before having to narrow the list. */
    static final int ROWS_MAX = 100_000;

    static final int PAGE_ROWS = 100;

    /** Pages whose rows are kept. */
    static final int PAGES_KEPT = 30;

    private static final long serialVersionUID = 1L;

    private final transient Function<PageRequest, Page<T>> source;
    /** Where pages begin; the first one has no cursor. */
    private final transient List<Optional<String>> beginnings = new ArrayList<>();
    private final transient Map<Integer, Page<T>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Page<T>> eldest) {
            return size() > PAGES_KEPT;
        }
    };
    private transient OptionalInt length = OptionalInt.empty();

    KeysetRows(Function<PageRequest, Page<T>> source) {
        this.source = source;
        beginnings.add(Optional.empty());
    }

    /** The rows from {@code offset}, at most {@code limit}; fewer only where the list ends. */
    List<T> rows(int offset, int limit) {
        int end = (int) Math.min((long) offset + limit, ROWS_MAX);
        List<T> found = new ArrayList<>();
        for (int at = offset; at < end && found.size() < end - offset;) {
            int index = at / PAGE_ROWS;
            Optional<Page<T>> page = page(index);
            int within = at - index * PAGE_ROWS;
            if (page.isEmpty() || within >= page.get().items().size()) {
                break;
            }
            List<T> items = page.get().items();
            List<T> part = items.subList(within, Math.min(items.size(), within + end - at));
            found.addAll(part);
            at += part.size();
        }
        return found;
    }

    /** A page, after those before it; empty when the list ends before. */
    private Optional<Page<T>> page(int index) {
        while (beginnings.size() <= index) {
            if (read(beginnings.size() - 1).next().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(read(index));
    }

    private Page<T> read(int index) {
        Page<T> present = kept.get(index);
        if (present != null) {
            return present;
        }
        Page<T> page = source.apply(new PageRequest(PAGE_ROWS, beginnings.get(index)));
        kept.put(index, page);
        Optional<Optional<String>> known = index + 1 < beginnings.size()
                ? Optional.of(beginnings.get(index + 1)) : Optional.empty();
        if (known.isPresent() && !known.get().equals(page.next())) {
            forgetAfter(index);
        }
        if (beginnings.size() == index + 1) {
            page.next().ifPresentOrElse(next -> beginnings.add(Optional.of(next)),
                    () -> length = OptionalInt.of(index * PAGE_ROWS + page.items().size()));
        }
        return page;
    }

    private void forgetAfter(int index) {
        beginnings.subList(index + 1, beginnings.size()).clear();
        kept.keySet().removeIf(later -> later > index);
        length = OptionalInt.empty();
    }

    boolean isEmpty() {
        return rows(0, 1).isEmpty();
    }

    /** How many rows there are, once the last one has been read. */
    OptionalInt length() {
        return length;
    }

    /** Whether the list goes on after the last row that can be scrolled to. */
    boolean isCut() {
        return beginnings.size() > ROWS_MAX / PAGE_ROWS;
    }

    /** Forgets what was read: the next call reads the list as it then is. */
    void reset() {
        beginnings.subList(1, beginnings.size()).clear();
        kept.clear();
        length = OptionalInt.empty();
    }
}
