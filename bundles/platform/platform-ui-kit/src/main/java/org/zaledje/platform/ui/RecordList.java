package org.zaledje.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;

/**
 * A list of records that is read page by page while its reader scrolls, never as a whole. What was read stays as it
 * was seen until {@link #refresh()}. The first page is read when the list is shown; a problem that the source throws
 * then is shown in place of the page.
 *
 * <p>Null cells are shown empty. The methods are for the thread that holds the UI's lock.
 *
 * @param <T> a record; two with equal ids should be equal
 */
public final class RecordList<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Grid<T> grid = new Grid<>();
    private final Paragraph cut = new Paragraph();
    private final Formats formats = Formats.current();
    private final transient ListSchema schema;
    private final KeysetRows<T> rows;
    private final List<FieldFilter> filters = new ArrayList<>();
    private final NoMatch noMatch = new NoMatch(this::clearFilters);
    private transient List<SortKey> sort = List.of();
    private HeaderRow filterRow;
    private Grid.Column<T> lastColumn;
    private LocalizedText lastHeader;
    private Component whenEmpty;

    /**
     * A list that can't be sorted or narrowed in its header.
     *
     * @param source answers a page of the list, for example a service's {@code list} method
     */
    public RecordList(Function<PageRequest, Page<T>> source) {
        this(ListSchema.of("list"), query -> source.apply(query.page()));
    }

    /**
     * A list whose columns can be sorted and narrowed by the fields that {@link #field} names.
     *
     * @param schema what can be asked of it
     * @param source answers what was asked, for example a service's {@code list} method
     */
    public RecordList(ListSchema schema, Function<ListQuery, Page<T>> source) {
        this.schema = schema;
        rows = new KeysetRows<>(page -> source.apply(query().at(page)));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.setItems(this::read);
        cut.setText(KitTexts.tell("list.cut", KeysetRows.ROWS_MAX));
        cut.setVisible(false);
        getContent().addClassName("z-list");
        getContent().add(grid, noMatch, cut);
    }

    /** What its reader asks for now: the filters and the order. */
    public ListQuery query() {
        return new ListQuery(filters.stream().flatMap(filter -> filter.filters().stream()).toList(), sort,
                PageRequest.first(PageRequest.LIMIT_DEFAULT));
    }

    private void clearFilters() {
        filters.forEach(FieldFilter::clear);
    }

    /**
     * Says which field of the list the column before shows: it can be sorted by it and narrowed in its header, as far as
     * the list offers that.
     */
    public RecordList<T> field(String name) {
        return field(name, LocalizedText::verbatim);
    }

    /**
     * As {@link #field(String)}, for a field with choices.
     *
     * @param choice what a choice is called
     */
    public RecordList<T> field(String name, Function<String, LocalizedText> choice) {
        ListField field = schema.field(name).orElseThrow(() -> new IllegalArgumentException(
                schema.name() + " has no field " + name));
        if (field.sortable()) {
            lastColumn.setSortProperty(name).setSortable(true);
        }
        FieldFilter filter = FieldFilter.of(field, lastHeader, choice, this::refresh);
        filter.input().ifPresent(input -> {
            if (filterRow == null) {
                filterRow = grid.appendHeaderRow();
            }
            filterRow.getCell(lastColumn).setComponent(input);
            filters.add(filter);
        });
        return this;
    }

    private Stream<T> read(Query<T, Void> query) {
        List<SortKey> wanted = query.getSortOrders().stream()
                .map(key -> new SortKey(key.getSorted(), key.getDirection() == SortDirection.DESCENDING)).toList();
        if (!wanted.equals(sort)) {
            sort = wanted;
            rows.reset();
        }
        Stream<T> read = rows.rows(query.getOffset(), query.getLimit()).stream();
        cut.setVisible(rows.isCut());
        return read;
    }

    /** Adds a column of text. */
    public RecordList<T> text(LocalizedText header, Function<T, String> value) {
        column(header, value);
        return this;
    }

    /**
     * Adds a column of links, one a row.
     *
     * @param value what is read
     * @param path  path of the page that it leads to, below {@code /} without a leading slash
     */
    public RecordList<T> link(LocalizedText header, Function<T, String> value, Function<T, String> path) {
        remember(header, grid.addColumn(LitRenderer.<T>of("<a href=\"${item.href}\">${item.text}</a>")
                        .withProperty("href", row -> "/" + path.apply(row))
                        .withProperty("text", value::apply)));
        return this;
    }

    /** Adds a column of days. */
    public RecordList<T> date(LocalizedText header, Function<T, LocalDate> value) {
        column(header, row -> ofNullable(value.apply(row), formats::date)).setFlexGrow(0);
        return this;
    }

    /** Adds a column of amounts with their currency, aligned to the right. */
    public RecordList<T> amount(LocalizedText header, Function<T, BigDecimal> value, Function<T, Currency> currency) {
        column(header, row -> ofNullable(value.apply(row), amount -> formats.amount(amount, currency.apply(row))))
                .setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        return this;
    }

    /** Adds a column of numbers, aligned to the right. */
    public RecordList<T> number(LocalizedText header, Function<T, BigDecimal> value) {
        column(header, row -> ofNullable(value.apply(row), formats::number))
                .setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        return this;
    }

    /** Adds a column of states, each a word in a coloured field. */
    public RecordList<T> state(LocalizedText header, Function<T, LocalizedText> value, Function<T, Badge.Mood> mood) {
        remember(header, grid.addColumn(LitRenderer.<T>of("<span theme=\"${item.theme}\">${item.text}</span>")
                        .withProperty("theme", row -> mood.apply(row).theme())
                        .withProperty("text", row -> Language.tell(value.apply(row)))))
                .setFlexGrow(0);
        return this;
    }

    /** Makes the list as high as its rows, and its cells as high as their text: for a short list within a page. */
    public RecordList<T> withinPage() {
        grid.setAllRowsVisible(true);
        grid.setHeight(null);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        getContent().addClassName("z-list-within-page");
        return this;
    }

    /** Says what to show while the list has no rows, usually an {@link EmptyState}. */
    public RecordList<T> whenEmpty(Component component) {
        whenEmpty = component;
        component.setVisible(false);
        getContent().add(component);
        return this;
    }

    /** Reads the list anew, from its start. */
    public void refresh() {
        rows.reset();
        showRowsOrEmptyState();
        grid.getDataProvider().refreshAll();
    }

    /** The grid itself, for what the methods above don't offer. */
    public Grid<T> grid() {
        return grid;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        showRowsOrEmptyState();
    }

    private void showRowsOrEmptyState() {
        boolean narrowed = filters.stream().anyMatch(filter -> !filter.filters().isEmpty());
        boolean none = (narrowed || whenEmpty != null) && rows.isEmpty();
        boolean empty = whenEmpty != null && none && !narrowed;
        noMatch.setVisible(narrowed && none);
        grid.setVisible(!empty);
        if (whenEmpty != null) {
            whenEmpty.setVisible(empty);
        }
    }

    private Grid.Column<T> column(LocalizedText header, Function<T, String> value) {
        return remember(header, grid.addColumn(value::apply));
    }

    private Grid.Column<T> remember(LocalizedText header, Grid.Column<T> column) {
        lastColumn = column.setHeader(Language.tell(header)).setAutoWidth(true).setResizable(true);
        lastHeader = header;
        return column;
    }

    private static <V> String ofNullable(V value, Function<V, String> format) {
        return value == null ? "" : format.apply(value);
    }
}
