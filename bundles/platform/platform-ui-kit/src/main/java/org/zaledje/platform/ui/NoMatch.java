package org.zaledje.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Says that no row keeps the filters, and takes them away. */
final class NoMatch extends Div {

    private static final long serialVersionUID = 1L;

    NoMatch(Runnable clear) {
        getStyle().set("display", "flex").set("align-items", "center").set("gap", "var(--lumo-space-m)")
                .set("padding", "var(--lumo-space-s)");
        getElement().setAttribute("role", "status");
        Button button = new Button(KitTexts.tell("filter.clear"), click -> clear.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId("clear-filters");
        add(new Span(KitTexts.tell("filter.none")), button);
        setVisible(false);
    }
}
