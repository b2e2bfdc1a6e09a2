package org.zaledje.platform.procedure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zaledje.platform.text.LocalizedText;

/**
 * A text that an administrator writes, in some languages.
 *
 * @param byLanguage the text by ISO 639 code; English is used where the reader's language is missing, and any other where
 *                   English is missing too. 1 to 10 languages, each text from 1 to {@value #LENGTH_MAX} characters.
 */
public record Wording(Map<String, String> byLanguage) implements LocalizedText {

    /** Longest text, in characters. */
    public static final int LENGTH_MAX = 200;

    /** The most languages. */
    public static final int LANGUAGES_MAX = 10;

    public Wording {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In English and Slovenian. */
    public static Wording of(String english, String slovenian) {
        return new Wording(Map.of("en", english, "sl", slovenian));
    }

    /** As a function tells it, in the languages of the platform. */
    public static Wording of(LocalizedText text) {
        return of(text.in(Locale.ENGLISH), text.in(new Locale("sl")));
    }

    @Override
    public String in(Locale locale) {
        String own = byLanguage.get(locale.getLanguage());
        if (own != null) {
            return own;
        }
        return byLanguage.getOrDefault("en", new TreeMap<>(byLanguage).values().stream().findFirst().orElse(""));
    }
}
