package org.zaledje.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.Set;
import java.util.function.Consumer;
import org.zaledje.platform.text.LocalizedText;

/** What can be done with several rows at once; shown while any are chosen. */
final class ListSelection<T> extends Div {

    private static final long serialVersionUID = 1L;

    /** The component names the boxes, but not the inputs in them, which are what is read out. */
    private static final String NAME_BOXES = """
            const name = () => this.querySelectorAll('vaadin-checkbox:not(#selectAllCheckbox) > input:not([aria-label])')
                .forEach(box => box.setAttribute('aria-label', $0));
            new MutationObserver(name).observe(this, {childList: true, subtree: true});
            name();
            """;

    private final Grid<T> grid;
    private final transient Runnable refresh;
    private final Span chosen = new Span();

    ListSelection(Grid<T> grid, Runnable refresh) {
        this.grid = grid;
        this.refresh = refresh;
        addClassName("z-list-selection");
        chosen.setId("list-chosen");
        chosen.getElement().setAttribute("role", "status");
        add(chosen);
        setVisible(false);
    }

    void add(LocalizedText text, String icon, Consumer<Set<T>> each) {
        if (getElement().getChildCount() == 1) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            grid.addSelectionListener(selection -> tell());
            grid.addAttachListener(attached -> grid.getElement().executeJs(NAME_BOXES, KitTexts.tell("list.choose")));
            Button none = new Button(KitTexts.tell("list.chosen.none"), click -> grid.deselectAll());
            none.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            none.setId("list-choose-none");
            add(none);
        }
        Button button = new Button(Language.tell(text), new Icon(icon), click -> doWith(each));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId("list-action-" + (getElement().getChildCount() - 1));
        addComponentAtIndex(getElement().getChildCount() - 1, button);
    }

    private void doWith(Consumer<Set<T>> each) {
        Set<T> rows = Set.copyOf(grid.getSelectedItems());
        if (Messages.attempt(() -> each.accept(rows))) {
            grid.deselectAll();
        }
        refresh.run();
    }

    private void tell() {
        int count = grid.getSelectedItems().size();
        setVisible(count > 0);
        chosen.setText(KitTexts.tell("list.chosen", count));
    }
}
