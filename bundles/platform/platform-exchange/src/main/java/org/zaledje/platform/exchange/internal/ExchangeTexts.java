package org.zaledje.platform.exchange.internal;

import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** What imports and exports say to people. */
public final class ExchangeTexts {

    private static final Texts TEXTS = Texts.beside(ExchangeTexts.class);

    private ExchangeTexts() {
    }

    public static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** A problem whose text has its code as key. */
    public static ProblemException problem(Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, code, text(code, arguments));
    }
}
