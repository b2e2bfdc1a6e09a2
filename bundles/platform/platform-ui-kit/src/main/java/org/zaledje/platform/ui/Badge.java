package org.zaledje.platform.ui;

import com.vaadin.flow.component.html.Span;
import org.zaledje.platform.text.LocalizedText;

/** A state in a word, in a coloured field. */
public final class Badge extends Span {

    private static final long serialVersionUID = 1L;

    /** What the state means to its reader. */
    public enum Mood {
        /** Nothing to do about it. */
        NEUTRAL("badge contrast"),
        /** Someone is to act, or something is under way. */
        OPEN("badge"),
        /** Done, in order. */
        GOOD("badge success"),
        /** Not in order. */
        BAD("badge error");

        private final String theme;

        Mood(String theme) {
            this.theme = theme;
        }

        String theme() {
            return theme;
        }
    }

    /** @param text the state; not null */
    public Badge(LocalizedText text, Mood mood) {
        super(Language.tell(text));
        getElement().setAttribute("theme", mood.theme());
    }
}
