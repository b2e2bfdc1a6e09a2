package org.zaledje.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

/** What stands above a list: how many rows match, what others have changed, views, columns and files. */
final class ListBar<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ListWork<T> work;
    private final transient ListSchema schema;
    private final transient ListColumns<T> columns;
    private final transient Function<ListQuery, Page<T>> source;
    private final Span count = new Span();
    private final ListViews views;
    private final ListSelection<T> selection;
    private final ListNews news;
    private final Button arrange;
    private final Span files = new Span();
    private transient Optional<Function<ListQuery, RowCount>> counting = Optional.empty();
    private transient Optional<String> format = Optional.empty();

    ListBar(ListWork<T> work, ListSchema schema, ListColumns<T> columns, Function<ListQuery, Page<T>> source) {
        this.work = work;
        this.schema = schema;
        this.columns = columns;
        this.source = source;
        addClassName("z-list-bar");
        count.addClassName("z-list-count");
        count.setId("list-count");
        count.getElement().setAttribute("role", "status");
        selection = new ListSelection<>(work.grid(), work::refresh);
        news = new ListNews(work::refresh);
        views = new ListViews(schema, work::state, work::apply);
        arrange = new Button(VaadinIcon.SLIDERS.create(), click -> work.arrange());
        arrange.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        arrange.setId("list-arrange");
        arrange.getElement().setAttribute("aria-label", KitTexts.tell("list.arrange"));
        arrange.getElement().setAttribute("title", KitTexts.tell("list.arrange"));
        Span space = new Span();
        space.addClassName("z-list-space");
        add(count, news, selection, space, views, arrange, files);
    }

    void counted(Function<ListQuery, RowCount> how) {
        counting = Optional.of(how);
    }

    void changesOf(String type) {
        news.watch(type);
    }

    void exchange(String id) {
        format = Optional.of(id);
    }

    void action(LocalizedText text, String icon, Consumer<Set<T>> each) {
        selection.add(text, icon, each);
    }

    /** How the list begins when its address says nothing. */
    ListState beginning() {
        return views.beginning();
    }

    void begin(UI tab) {
        views.setVisible(work.fillsPage() && !schema.sortable().isEmpty() && isVisible());
        if (work.fillsPage()) {
            views.read();
        }
        if (files.getElement().getChildCount() == 0) {
            Workplace.current().service(Exchanges.class).ifPresent(exchanges -> files.add(format
                    .map(id -> new ExchangeMenu(exchanges, id, work::query, work::refresh))
                    .orElseGet(() -> new ExchangeMenu(exchanges, new ListFile<>(schema, columns, source, work::query)))));
        }
        read();
    }

    /** The list has been read anew; its rows are counted once the first of them are shown. */
    void read() {
        news.seen();
        getElement().executeJs("return 0").then(shown -> tellCount());
    }

    private void tellCount() {
        Optional<RowCount> counted = counting.map(how -> how.apply(work.query()));
        if (counted.isPresent()) {
            tell(counted.get().rows(), counted.get().more());
        } else {
            work.rows().length().ifPresentOrElse(length -> tell(length, false), () -> count.setText(""));
        }
    }

    private void tell(int rows, boolean more) {
        count.setText(KitTexts.tell(more ? "list.count.more" : "list.count", rows));
    }

    void told() {
        views.told();
    }

    void hasRows(boolean any) {
        count.setVisible(any);
        arrange.setVisible(any);
        views.setVisible(any && work.fillsPage() && !schema.sortable().isEmpty());
    }
}
