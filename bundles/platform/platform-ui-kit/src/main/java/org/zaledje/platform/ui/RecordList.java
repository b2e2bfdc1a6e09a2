package org.zaledje.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;

/**
 * A list of records that is read page by page while its reader scrolls, never as a whole. The first page is read when the
 * list is shown; a problem that the source throws then is shown in place of the page.
 *
 * <p>Its reader chooses columns and their order, sorts by several fields, keeps all that as a view under a name, and takes
 * what is shown away as a file. A list that fills a page has filters and order in the page's address.
 *
 * <p>Null cells are shown empty. The methods are for the thread that holds the UI's lock.
 *
 * @param <T> a record; two with equal ids should be equal
 */
public final class RecordList<T> extends Composite<Div> implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final Grid<T> grid = new Grid<>();
    private final Formats formats = Formats.current();
    private final transient ListSchema schema;
    private final transient ListColumns<T> columns = new ListColumns<>(grid);
    private final transient ListWork<T> work;

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
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(true, Grid.MultiSortPriority.APPEND, true);
        grid.setColumnReorderingAllowed(true);
        grid.setPageSize(KeysetRows.PAGE_ROWS);
        grid.setSizeFull();
        getContent().addClassName("z-list");
        work = new ListWork<>(getContent(), grid, columns, schema, source);
    }

    /** What its reader asks for now: the filters and the order. */
    public ListQuery query() {
        return work.query();
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
        columns.name(name);
        if (field.sortable()) {
            columns.last().column().setSortProperty(name).setSortable(true);
        }
        work.filter(field, columns.last(), choice);
        return this;
    }

    /** Adds a column of text. */
    public RecordList<T> text(LocalizedText header, Function<T, String> value) {
        remember(header, grid.addColumn(value::apply), value);
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
                        .withProperty("text", value::apply)), value);
        return this;
    }

    /** Adds a column of days. */
    public RecordList<T> date(LocalizedText header, Function<T, LocalDate> value) {
        remember(header, grid.addColumn(row -> ofNullable(value.apply(row), formats::date)), value).setFlexGrow(0);
        return this;
    }

    /** Adds a column of amounts with their currency, aligned to the right. */
    public RecordList<T> amount(LocalizedText header, Function<T, BigDecimal> value, Function<T, Currency> currency) {
        remember(header, grid.addColumn(row -> ofNullable(value.apply(row), amount -> formats.amount(amount, currency.apply(row)))),
                value).setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        columns.last().exported(KitTexts.tell("list.currency", header), row -> ofNullable(currency.apply(row), Currency::getCurrencyCode));
        return this;
    }

    /** Adds a column of numbers, aligned to the right. */
    public RecordList<T> number(LocalizedText header, Function<T, BigDecimal> value) {
        remember(header, grid.addColumn(row -> ofNullable(value.apply(row), formats::number)), value)
                .setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        return this;
    }

    /** Adds a column of states, each a word in a coloured field. */
    public RecordList<T> state(LocalizedText header, Function<T, LocalizedText> value, Function<T, Badge.Mood> mood) {
        remember(header, grid.addColumn(LitRenderer.<T>of("<span theme=\"${item.theme}\">${item.text}</span>")
                        .withProperty("theme", row -> mood.apply(row).theme())
                        .withProperty("text", row -> Language.tell(value.apply(row)))), row -> Language.tell(value.apply(row)))
                .setFlexGrow(0);
        return this;
    }

    /** Says how many rows match, above the list; asked after the first rows are shown. */
    public RecordList<T> counted(Function<ListQuery, RowCount> count) {
        work.counted(count);
        return this;
    }

    /**
     * Tells its reader when others change such records, and shows them when they say so.
     *
     * @param type the records' type in the audit trail
     */
    public RecordList<T> changesOf(String type) {
        work.changesOf(type);
        return this;
    }

    /**
     * Exports, and imports where its reader may, by a format in place of the columns.
     *
     * @param format id of an {@link org.zaledje.platform.exchange.ExchangeFormat} with this list
     */
    public RecordList<T> exchange(String format) {
        work.exchange(format);
        return this;
    }

    /**
     * Lets its reader choose several rows, and do something with them.
     *
     * @param icon name of a Vaadin icon in lower case with hyphens
     * @param each done with the chosen rows; may throw a ProblemException. The list is read anew afterwards.
     */
    public RecordList<T> action(LocalizedText text, String icon, Consumer<Set<T>> each) {
        work.action(text, icon, each);
        return this;
    }

    /** Makes the list as high as its rows, and its cells as high as their text: for a short list within a page. */
    public RecordList<T> withinPage() {
        grid.setAllRowsVisible(true);
        grid.setHeight(null);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        getContent().addClassName("z-list-within-page");
        work.withinPage();
        return this;
    }

    /** Says what to show while the list has no rows, usually an {@link EmptyState}. */
    public RecordList<T> whenEmpty(Component component) {
        work.whenEmpty(component);
        return this;
    }

    /** Reads the list anew, from its start. */
    public void refresh() {
        work.refresh();
    }

    /** The grid itself, for what the methods above don't offer. */
    public Grid<T> grid() {
        return grid;
    }

    /** It is all that its page shows: the page's address tells what is asked of it. */
    void fillPage() {
        work.fillPage();
    }

    void listenTo(PageKeys keys) {
        keys.add("/", KitTexts.text("keys.list.filter"), work::focusFilter);
        keys.add("r", KitTexts.text("keys.list.refresh"), work::refresh);
        keys.add("c", KitTexts.text("keys.list.arrange"), work::arrange);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        work.begin(event.getUI());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        work.navigated(event.getLocation());
    }

    private Grid.Column<T> remember(LocalizedText header, Grid.Column<T> column, Function<T, ?> exported) {
        columns.add(header, column).exported(Language.tell(header), exported);
        return column.setHeader(Language.tell(header)).setAutoWidth(true).setResizable(true);
    }

    private static <V> String ofNullable(V value, Function<V, String> format) {
        return value == null ? "" : format.apply(value);
    }
}
