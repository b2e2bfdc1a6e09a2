package org.zaledje.platform.ui.task;

import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;

/** The words of tasks and procedures on pages. */
final class TaskTexts {

    private static final Texts TEXTS = Texts.beside(TaskTexts.class);

    private TaskTexts() {
    }

    static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String tell(String key, Object... arguments) {
        return Language.tell(text(key, arguments));
    }
}
