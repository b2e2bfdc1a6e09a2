package org.zaledje.platform.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** A file with the columns that a list shows, and every row that matches, in its order. */
final class ListFile<T> {

    private final ListSchema schema;
    private final ListColumns<T> columns;
    private final Function<ListQuery, Page<T>> source;
    private final Supplier<ListQuery> query;

    ListFile(ListSchema schema, ListColumns<T> columns, Function<ListQuery, Page<T>> source, Supplier<ListQuery> query) {
        this.schema = schema;
        this.columns = columns;
        this.source = source;
        this.query = query;
    }

    String name() {
        return schema.name();
    }

    void write(Exchanges exchanges, FileKind kind, TableStyle style, OutputStream out) throws IOException {
        exchanges.write(name(), columns.titles(), new Rows(query.get()), kind, style, out);
    }

    /** All rows, of which one page is held at a time. */
    private final class Rows implements Iterator<List<Object>> {

        private final ListQuery asked;
        private final Deque<T> read = new ArrayDeque<>();
        private Optional<Optional<String>> next = Optional.of(Optional.empty());

        Rows(ListQuery asked) {
            this.asked = asked;
        }

        @Override
        public boolean hasNext() {
            while (read.isEmpty() && next.isPresent()) {
                Page<T> page = source.apply(asked.after(next.get(), PageRequest.LIMIT_MAX));
                read.addAll(page.items());
                next = page.next().map(Optional::of);
            }
            return !read.isEmpty();
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return columns.cells(read.remove());
        }
    }
}
