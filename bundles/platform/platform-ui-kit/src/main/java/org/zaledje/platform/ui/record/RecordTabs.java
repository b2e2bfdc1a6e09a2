package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/** The tabs of one record; each makes its content when it is opened for the first time. */
final class RecordTabs extends TabSheet {

    private static final long serialVersionUID = 1L;

    /** A tab, before it has been opened. */
    record Offer(String id, LocalizedText title, Supplier<Component> content) {
    }

    private record Place(Offer offer, Tab tab, Div frame) {
    }

    private final transient List<Place> places = new ArrayList<>();

    /**
     * @param offers the first one is shown
     * @param shown  called with the id of a tab that its reader opens
     */
    RecordTabs(List<Offer> offers, Consumer<String> shown) {
        addClassName("z-record-tabs");
        setWidthFull();
        offers.forEach(offer -> insert(offer, places.size()));
        addSelectedChangeListener(change -> {
            if (getSelectedIndex() >= 0 && getSelectedIndex() < places.size()) {
                open(places.get(getSelectedIndex()));
                if (change.isFromClient()) {
                    shown.accept(places.get(getSelectedIndex()).offer().id());
                }
            }
        });
        open(places.get(0));
    }

    /** Opens the tab with an id, if it is there. */
    void show(String id) {
        places.stream().filter(place -> place.offer().id().equals(id)).findFirst()
                .ifPresent(place -> setSelectedTab(place.tab()));
    }

    /** Takes away the tabs that are not offered any more, and puts new ones in their places; others stay as they are. */
    void offer(List<Offer> now) {
        List<String> ids = now.stream().map(Offer::id).toList();
        places.stream().filter(place -> !ids.contains(place.offer().id())).toList().forEach(gone -> {
            places.remove(gone);
            remove(gone.tab());
        });
        for (int i = 0; i < now.size(); i++) {
            if (i == places.size() || !places.get(i).offer().id().equals(now.get(i).id())) {
                insert(now.get(i), i);
            }
        }
    }

    private void insert(Offer offer, int index) {
        Tab tab = new Tab(Language.tell(offer.title()));
        tab.getElement().setAttribute("data-tab", offer.id());
        Div frame = new Div();
        places.add(index, new Place(offer, tab, frame));
        add(tab, frame, index);
    }

    private static void open(Place place) {
        if (place.frame().getElement().getChildCount() == 0) {
            place.frame().add(content(place.offer()));
        }
    }

    private static Component content(Offer offer) {
        try {
            return offer.content().get();
        } catch (ProblemException e) {
            return new Paragraph(Language.tell(e.detail()));
        }
    }
}
