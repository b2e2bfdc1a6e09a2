package org.zaledje.platform.ui.record;

import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;

/** The words of records' pages. */
final class RecordTexts {

    private static final Texts TEXTS = Texts.beside(RecordTexts.class);

    private RecordTexts() {
    }

    static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String tell(String key, Object... arguments) {
        return Language.tell(text(key, arguments));
    }
}
