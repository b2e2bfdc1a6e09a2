package org.zaledje.platform.document.internal;

import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** The texts of this bundle, and the problems that it tells with them. */
public final class DocumentTexts {

    public static final Texts TEXTS = Texts.beside(DocumentTexts.class);

    private DocumentTexts() {
    }

    /** A problem whose text has the name of its code. */
    public static ProblemException problem(Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, code, TEXTS.text(code, arguments));
    }
}
