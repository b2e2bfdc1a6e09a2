package org.zaledje.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.Optional;
import org.zaledje.platform.audit.RecordChanges;

/** Says that others have changed records since the list was read; a click reads it anew. */
final class ListNews extends Div {

    private static final long serialVersionUID = 1L;

    private final Button show;
    private transient Optional<String> type = Optional.empty();
    private transient Optional<RecordChanges.Watch> watch = Optional.empty();
    private transient Instant seen = Instant.now();
    private int added;
    private int changed;

    ListNews(Runnable refresh) {
        show = new Button(VaadinIcon.REFRESH.create(), click -> refresh.run());
        show.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        show.setId("list-news");
        getElement().setAttribute("aria-live", "polite");
        add(show);
        seen();
    }

    /** Watches records of a type while the list is shown. */
    void watch(String records) {
        type = Optional.of(records);
    }

    /** The list has been read anew. */
    void seen() {
        seen = Instant.now();
        added = 0;
        changed = 0;
        show.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI tab = event.getUI();
        watch = type.flatMap(records -> Workplace.current().service(RecordChanges.class)
                .map(changes -> changes.watch(records, news -> tell(tab, news))));
    }

    private void tell(UI tab, RecordChanges.News news) {
        try {
            tab.access(() -> take(news));
        } catch (UIDetachedException closedMeanwhile) {
            // It has no reader any more.
        }
    }

    private void take(RecordChanges.News news) {
        if (news.last().isAfter(seen)) {
            added += news.added();
            changed += news.changed();
            show.setText(KitTexts.tell(changed == 0 ? "list.news.added" : "list.news.changed", added + changed));
            show.setVisible(true);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        watch.ifPresent(RecordChanges.Watch::close);
        watch = Optional.empty();
    }
}
