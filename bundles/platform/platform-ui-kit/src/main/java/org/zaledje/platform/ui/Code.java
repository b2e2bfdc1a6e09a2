package org.zaledje.platform.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A path, a command, an id: what is read letter by letter. */
@Tag("code")
public final class Code extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    /** @param text shown as it is, in every language */
    public Code(String text) {
        setText(text);
    }
}
