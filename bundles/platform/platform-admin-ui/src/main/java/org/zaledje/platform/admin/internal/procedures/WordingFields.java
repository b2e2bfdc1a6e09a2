package org.zaledje.platform.admin.internal.procedures;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.TreeMap;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/** A text in English and in Slovenian; in other languages it stays as it is. */
final class WordingFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final String ENGLISH = "en";
    private static final String SLOVENIAN = "sl";

    private final TextField english;
    private final TextField slovenian;
    private transient Wording given = new Wording(Map.of());

    WordingFields(LocalizedText label, Runnable changed) {
        addClassName("z-field-row");
        english = field(label, "English", changed);
        slovenian = field(label, "Slovenščina", changed);
        add(english, slovenian);
    }

    private static TextField field(LocalizedText label, String language, Runnable changed) {
        TextField field = new TextField(Language.tell(label) + " – " + language);
        field.setMaxLength(Wording.LENGTH_MAX);
        field.addValueChangeListener(change -> changed.run());
        return field;
    }

    void setValue(Wording text) {
        given = text;
        english.setValue(text.byLanguage().getOrDefault(ENGLISH, ""));
        slovenian.setValue(text.byLanguage().getOrDefault(SLOVENIAN, ""));
    }

    Wording value() {
        Map<String, String> texts = new TreeMap<>(given.byLanguage());
        put(texts, ENGLISH, english.getValue().strip());
        put(texts, SLOVENIAN, slovenian.getValue().strip());
        return new Wording(texts);
    }

    private static void put(Map<String, String> texts, String language, String text) {
        if (text.isEmpty()) {
            texts.remove(language);
        } else {
            texts.put(language, text);
        }
    }
}
