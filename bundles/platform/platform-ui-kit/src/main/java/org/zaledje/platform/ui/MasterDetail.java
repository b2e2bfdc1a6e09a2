package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Function;

/**
 * A list, and beside it what is known of the row that its reader has chosen by a click or by space; on a narrow screen below
 * it. The list is used as it is, its own actions on several rows apart.
 *
 * @param <T> a record
 */
public final class MasterDetail<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Section detail = new Section();

    /** @param content what is shown of a row */
    public MasterDetail(RecordList<T> list, Function<T, Component> content) {
        getContent().addClassName("z-master-detail");
        detail.addClassNames("z-detail", "z-card");
        detail.setId("detail");
        detail.getElement().setAttribute("aria-live", "polite");
        detail.setVisible(false);
        Grid<T> grid = list.grid();
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addSelectionListener(selection -> {
            detail.removeAll();
            selection.getFirstSelectedItem().ifPresent(row -> detail.add(close(grid), content.apply(row)));
            detail.setVisible(selection.getFirstSelectedItem().isPresent());
        });
        getContent().add(list, detail);
    }

    private static Button close(Grid<?> grid) {
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> grid.deselectAll());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        close.setId("detail-close");
        close.getElement().setAttribute("aria-label", KitTexts.tell("close"));
        return close;
    }
}
