package org.zaledje.platform.ui;

import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** The kit's own words. */
final class KitTexts {

    private static final Texts TEXTS = Texts.beside(KitTexts.class);

    private KitTexts() {
    }

    static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String tell(String key, Object... arguments) {
        return Language.tell(text(key, arguments));
    }
}
