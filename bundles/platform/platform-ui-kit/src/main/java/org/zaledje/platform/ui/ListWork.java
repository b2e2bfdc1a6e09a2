package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;

/** What is asked of a list now, and all that changes it: filters, order, columns, views, the address of its page. */
final class ListWork<T> {

    private static final int ESTIMATE_ROWS = 1_000;

    private final Div frame;
    private final Grid<T> grid;
    private final ListColumns<T> columns;
    private final ListSchema schema;
    private final KeysetRows<T> rows;
    private final ListBar<T> bar;
    private final Paragraph cut = new Paragraph(KitTexts.tell("list.cut", KeysetRows.ROWS_MAX));
    private final NoMatch noMatch = new NoMatch(this::clearFilters);
    private final Map<String, FieldFilter> filters = new LinkedHashMap<>();
    private List<SortKey> sort = List.of();
    private Optional<HeaderRow> filterRow = Optional.empty();
    private Optional<Component> whenEmpty = Optional.empty();
    private boolean fillsPage;
    private boolean applying;
    private boolean begun;

    ListWork(Div frame, Grid<T> grid, ListColumns<T> columns, ListSchema schema, Function<ListQuery, Page<T>> source) {
        this.frame = frame;
        this.grid = grid;
        this.columns = columns;
        this.schema = schema;
        rows = new KeysetRows<>(page -> source.apply(query().at(page)));
        bar = new ListBar<>(this, schema, columns, source);
        cut.setVisible(false);
        grid.setItems(this::read);
        grid.getLazyDataView().setItemCountEstimateIncrease(ESTIMATE_ROWS);
        grid.addSortListener(sorted -> whenAsked());
        grid.addColumnReorderListener(moved -> whenAsked());
        frame.add(bar, grid, noMatch, cut);
    }

    Grid<T> grid() {
        return grid;
    }

    ListQuery query() {
        return new ListQuery(filters.values().stream().flatMap(filter -> filter.filters().stream()).toList(), sort,
                PageRequest.first(PageRequest.LIMIT_DEFAULT));
    }

    ListState state() {
        return new ListState(query().filters(), sort, columns.keys());
    }

    boolean fillsPage() {
        return fillsPage;
    }

    KeysetRows<T> rows() {
        return rows;
    }

    void fillPage() {
        fillsPage = true;
    }

    void withinPage() {
        bar.setVisible(schema.sortable().size() > 1);
        grid.setColumnReorderingAllowed(false);
    }

    void counted(Function<ListQuery, RowCount> count) {
        bar.counted(count);
    }

    void changesOf(String type) {
        bar.changesOf(type);
    }

    void exchange(String format) {
        bar.exchange(format);
    }

    void action(LocalizedText text, String icon, Consumer<Set<T>> each) {
        bar.action(text, icon, each);
    }

    void whenEmpty(Component component) {
        whenEmpty = Optional.of(component);
        component.setVisible(false);
        frame.add(component);
    }

    void filter(ListField field, ListColumns.Entry<T> column, Function<String, LocalizedText> choice) {
        FieldFilter filter = FieldFilter.of(field, column.header(), choice, this::changed);
        filter.input().ifPresent(input -> {
            filterRow = Optional.of(filterRow.orElseGet(grid::appendHeaderRow));
            filterRow.get().getCell(column.column()).setComponent(input);
            filters.put(field.name(), filter);
        });
    }

    /** The list is shown, on a page whose address may tell how. */
    void begin(UI tab) {
        if (fillsPage) {
            applying(asked(PageAddress.of(tab)));
        }
        begun = true;
        bar.begin(tab);
        showRowsOrEmptyState();
    }

    /** A link has led to the page that is shown already. */
    void navigated(Location location) {
        if (!fillsPage || begun) {
            begun = false;
            return;
        }
        ListState asked = asked(location);
        if (!asked.equals(state())) {
            applying(asked);
            refresh();
        }
    }

    private ListState asked(Location location) {
        ListState asked = ListState.read(schema, location.getQueryParameters().getParameters());
        return asked.equals(ListState.USUAL) ? bar.beginning() : asked;
    }

    /** Shows the list in another way, and tells the address. */
    void apply(ListState state) {
        applying(state);
        changed();
    }

    private void applying(ListState state) {
        applying = true;
        try {
            filters.forEach((field, filter) -> filter.show(state.filters().stream()
                    .filter(each -> each.field().equals(field)).toList()));
            columns.show(state.columns());
            sort = state.sort().stream().filter(columns::sorts).toList();
            grid.sort(sort.stream().map(key -> new GridSortOrder<>(columns.find(key.field()).orElseThrow().column(),
                    key.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)).toList());
            rows.reset();
        } finally {
            applying = false;
        }
    }

    private void whenAsked() {
        if (!applying) {
            List<SortKey> now = grid.getSortOrder().stream().map(order -> new SortKey(
                    columns.all().stream().filter(entry -> entry.column() == order.getSorted()).findFirst().orElseThrow().key(),
                    order.getDirection() == SortDirection.DESCENDING)).limit(ListSchema.SORT_KEYS_MAX).toList();
            if (!now.equals(sort)) {
                sort = now;
                rows.reset();
            }
            told();
        }
    }

    private void changed() {
        if (!applying) {
            refresh();
            told();
        }
    }

    private void told() {
        bar.told();
        if (fillsPage && UI.getCurrent() != null) {
            PageAddress.say(state().parameters());
        }
    }

    void focusFilter() {
        filters.values().stream().flatMap(filter -> filter.input().stream()).findFirst()
                .ifPresent(input -> input.getElement().callJsFunction("focus"));
    }

    void arrange() {
        new ListArrangement<>(columns, state(), this::apply).open();
    }

    private void clearFilters() {
        apply(new ListState(List.of(), sort, columns.keys()));
    }

    void refresh() {
        rows.reset();
        showRowsOrEmptyState();
        grid.getDataProvider().refreshAll();
        bar.read();
    }

    private Stream<T> read(Query<T, Void> query) {
        Stream<T> read = rows.rows(query.getOffset(), query.getLimit()).stream();
        cut.setVisible(rows.isCut());
        return read;
    }

    private void showRowsOrEmptyState() {
        boolean narrowed = !query().filters().isEmpty();
        boolean none = (narrowed || whenEmpty.isPresent()) && rows.isEmpty();
        boolean empty = whenEmpty.isPresent() && none && !narrowed;
        noMatch.setVisible(narrowed && none);
        grid.setVisible(!empty);
        whenEmpty.ifPresent(component -> component.setVisible(empty));
        bar.hasRows(!empty);
    }
}
