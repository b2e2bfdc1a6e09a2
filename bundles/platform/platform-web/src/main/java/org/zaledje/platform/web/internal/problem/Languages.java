package org.zaledje.platform.web.internal.problem;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.zaledje.platform.text.Texts;

/** Chooses the language to answer in. */
public final class Languages {

    private Languages() {
    }

    /** The platform's language nearest to {@code Accept-Language}; English when there is no header that can be read. */
    public static Locale of(HttpServletRequest request) {
        String wanted = String.join(",", Collections.list(request.getHeaders("Accept-Language")));
        return Optional.ofNullable(Locale.lookup(ranges(wanted), Texts.LOCALES)).orElse(Locale.ENGLISH);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
