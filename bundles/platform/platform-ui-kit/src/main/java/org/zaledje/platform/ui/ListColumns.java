package org.zaledje.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.text.LocalizedText;

/** The columns of a list: which of them are shown, in which order, and what a file has of them. */
final class ListColumns<T> {

    /** A column; its key is the name of the field that it shows, if it is one of the list's. */
    static final class Entry<T> {

        private final LocalizedText header;
        private final Grid.Column<T> column;
        private final Map<String, Function<T, ?>> cells = new LinkedHashMap<>();
        private String key;

        Entry(String key, LocalizedText header, Grid.Column<T> column) {
            this.key = key;
            this.header = header;
            this.column = column;
        }

        String key() {
            return key;
        }

        String title() {
            return Language.tell(header);
        }

        LocalizedText header() {
            return header;
        }

        Grid.Column<T> column() {
            return column;
        }

        /** Says what a file has of it, under a header. */
        void exported(String title, Function<T, ?> value) {
            cells.put(title, value);
        }
    }

    private final Grid<T> grid;
    private final List<Entry<T>> entries = new ArrayList<>();

    ListColumns(Grid<T> grid) {
        this.grid = grid;
    }

    Entry<T> add(LocalizedText header, Grid.Column<T> column) {
        Entry<T> entry = new Entry<>("c" + (entries.size() + 1), header, column);
        entries.add(entry);
        return entry;
    }

    Entry<T> last() {
        return entries.get(entries.size() - 1);
    }

    void name(String key) {
        last().key = key;
    }

    /** All of them, those that are shown first and in their order. */
    List<Entry<T>> all() {
        List<Grid.Column<T>> order = grid.getColumns();
        return entries.stream().sorted(Comparator.<Entry<T>, Boolean>comparing(entry -> !entry.column().isVisible())
                .thenComparing(entry -> order.indexOf(entry.column()))).toList();
    }

    Stream<Entry<T>> shown() {
        return all().stream().filter(entry -> entry.column().isVisible());
    }

    /** Keys of those that are shown; empty when all are, as they were made. */
    List<String> keys() {
        List<String> keys = shown().map(Entry::key).toList();
        return keys.equals(entries.stream().map(Entry::key).toList()) ? List.of() : keys;
    }

    /** Shows these; all of them, as they were made, when none of the keys is known. */
    void show(List<String> keys) {
        List<Entry<T>> wanted = keys.stream().distinct().flatMap(key -> find(key).stream()).toList();
        List<Entry<T>> shown = wanted.isEmpty() ? entries : wanted;
        List<Grid.Column<T>> order = new ArrayList<>();
        shown.forEach(entry -> order.add(entry.column()));
        grid.getColumns().stream().filter(column -> !order.contains(column)).toList().forEach(order::add);
        entries.forEach(entry -> entry.column().setVisible(shown.contains(entry)));
        if (!order.equals(grid.getColumns())) {
            grid.setColumnOrder(order);
        }
    }

    Optional<Entry<T>> find(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** Whether a column shows a field by which the list can be sorted. */
    boolean sorts(SortKey key) {
        return find(key.field()).filter(entry -> entry.column().isSortable()).isPresent();
    }

    Stream<Entry<T>> sortable() {
        return entries.stream().filter(entry -> entry.column().isSortable());
    }

    /** Headers of a file with the columns that are shown. */
    List<String> titles() {
        return shown().flatMap(entry -> entry.cells.keySet().stream()).toList();
    }

    /** A row of such a file. */
    List<Object> cells(T row) {
        List<Object> cells = new ArrayList<>();
        shown().flatMap(entry -> entry.cells.values().stream()).forEach(value -> cells.add(value.apply(row)));
        return cells;
    }
}
