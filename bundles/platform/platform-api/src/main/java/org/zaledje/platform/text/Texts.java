package org.zaledje.platform.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one bundle, from {@code texts.properties} (English) and {@code texts_sl.properties} (Slovenian) in UTF-8
 * beside a class of that bundle.
 *
 * <p>Patterns are those of {@link MessageFormat}, applied only when there are arguments: a text without arguments may
 * hold apostrophes and braces as they are. A key without a text shows as the key itself, so that a missing text is
 * seen, not an empty page. Thread-safe.
 */
public final class Texts {

    /** English first: it is the language of a reader whose own is not provided. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, new Locale("sl"));

    private static final ResourceBundle.Control ENGLISH_WHEN_ABSENT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Class<?> anchor;
    private final String baseName;

    private Texts(Class<?> anchor) {
        this.anchor = anchor;
        this.baseName = anchor.getPackageName() + ".texts";
    }

    /**
     * The texts that lie beside {@code anchor}.
     *
     * @param anchor a class of the bundle, in the package that holds {@code texts.properties}
     * @return its texts, read at the first use
     */
    public static Texts beside(Class<?> anchor) {
        return new Texts(anchor);
    }

    /**
     * The text of {@code key} with its arguments in place.
     *
     * @param key       the key in the properties files
     * @param arguments values for {@code {0}}, {@code {1}}, …; a {@link LocalizedText} among them is told in the same language
     * @return the text in every language, never null
     */
    public LocalizedText text(String key, Object... arguments) {
        return locale -> get(key, locale, arguments);
    }

    /** The text of {@code key} in one language; see {@link #text(String, Object...)}. */
    public String get(String key, Locale locale, Object... arguments) {
        String pattern = pattern(key, locale);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] told = arguments.clone();
        for (int i = 0; i < told.length; i++) {
            if (told[i] instanceof LocalizedText text) {
                told[i] = text.in(locale);
            }
        }
        return new MessageFormat(pattern, locale).format(told);
    }

    private String pattern(String key, Locale locale) {
        try {
            return ResourceBundle.getBundle(baseName, locale, anchor.getClassLoader(), ENGLISH_WHEN_ABSENT).getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
