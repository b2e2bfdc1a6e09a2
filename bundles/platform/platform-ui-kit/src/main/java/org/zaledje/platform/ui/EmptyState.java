package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import org.zaledje.platform.text.LocalizedText;

/** What a page or a list shows while there is nothing in it: what would be here, and what to do first. */
public final class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param icon    name of a Vaadin icon in lower case with hyphens
     * @param title   what is not there yet
     * @param text    what to do about it
     * @param actions buttons or links that do it; may be none
     */
    public EmptyState(String icon, LocalizedText title, LocalizedText text, Component... actions) {
        addClassName("z-empty");
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new H2(Language.tell(title)), new Paragraph(Language.tell(text)));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("z-empty-actions");
            add(row);
        }
    }
}
