package org.zaledje.platform.exchange;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file writes its values.
 *
 * @param language  decides the decimal mark and how dates are written (ISO 8601 is always understood), and the headers of
 *                  an export; {@link Locale#ROOT} for programs: a point, ISO 8601 and the keys of columns
 * @param separator between the cells of CSV: comma, semicolon or tab. Empty: found out when a file is read; when one is
 *                  written, a semicolon in languages with a decimal comma, else a comma
 * @param charset   of CSV. Empty: found out when a file is read; UTF-8 when one is written
 */
public record TableStyle(Locale language, Optional<Character> separator, Optional<Charset> charset) {

    public TableStyle {
        Objects.requireNonNull(language);
        separator.filter(mark -> ",;\t".indexOf(mark) < 0).ifPresent(mark -> {
            throw new IllegalArgumentException("not a separator: " + mark);
        });
        Objects.requireNonNull(charset);
    }

    /** For people of this language. */
    public static TableStyle of(Locale language) {
        return new TableStyle(language, Optional.empty(), Optional.empty());
    }
}
