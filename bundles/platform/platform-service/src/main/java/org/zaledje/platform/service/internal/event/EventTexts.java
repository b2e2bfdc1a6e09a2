package org.zaledje.platform.service.internal.event;

import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** What is said about events. The code of a problem is the key of its text. */
final class EventTexts {

    static final Texts TEXTS = Texts.beside(EventTexts.class);

    private EventTexts() {
    }

    static ProblemException problem(Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, code, TEXTS.text(code, arguments));
    }
}
