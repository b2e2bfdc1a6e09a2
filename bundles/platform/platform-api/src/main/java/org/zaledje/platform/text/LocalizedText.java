package org.zaledje.platform.text;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A text that can be had in each language of the platform. Implementations are immutable and thread-safe.
 */
@ConsumerType
@FunctionalInterface
public interface LocalizedText {

    /**
     * The text in the language nearest to {@code locale}.
     *
     * @param locale the reader's locale, not null; one in no language of the platform gets English
     * @return the text, never null
     */
    String in(Locale locale);

    /** The same words in every language: for texts that come from outside (a standard's rule, a file's name). */
    static LocalizedText verbatim(String text) {
        return locale -> text;
    }
}
