package org.zaledje.platform.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.zaledje.platform.text.LocalizedText;

/**
 * The language that the current browser tab is in. Pages are made anew when their reader changes the language, so a
 * page tells its texts once, when it is made. For threads that hold the lock of a UI; elsewhere it is English.
 */
public final class Language {

    private Language() {
    }

    /** The locale of the current tab, never null. */
    public static Locale current() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    /** The text in the language of the current tab. */
    public static String tell(LocalizedText text) {
        return text.in(current());
    }
}
