package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;

/** What stands in place of a page that can't be shown. */
final class Notice extends Div {

    private static final long serialVersionUID = 1L;

    Notice(String icon, String title, String text) {
        addClassName("z-empty");
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new H1(title), new Paragraph(text));
    }
}
