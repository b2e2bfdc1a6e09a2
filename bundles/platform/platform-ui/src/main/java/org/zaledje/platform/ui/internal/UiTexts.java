package org.zaledje.platform.ui.internal;

import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;

/** The words of the web UI's own pages. */
public final class UiTexts {

    private static final Texts TEXTS = Texts.beside(UiTexts.class);

    private UiTexts() {
    }

    public static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The text in the language of the current browser tab. */
    public static String tell(String key, Object... arguments) {
        return Language.tell(text(key, arguments));
    }
}
