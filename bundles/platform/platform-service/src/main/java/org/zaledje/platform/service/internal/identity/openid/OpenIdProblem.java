package org.zaledje.platform.service.internal.identity.openid;

import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** Why somebody who comes by way of the provider is not let in. */
final class OpenIdProblem {

    private static final Texts TEXTS = Texts.beside(OpenIdProblem.class);

    private OpenIdProblem() {
    }

    /** What was sent can't be trusted. */
    static ProblemException refused(String reason, Object... arguments) {
        return of(Kind.FORBIDDEN, reason, arguments);
    }

    /** The provider does not answer, or not as it should. */
    static ProblemException unavailable() {
        return of(Kind.UNAVAILABLE, "unavailable");
    }

    static ProblemException of(Kind kind, String reason, Object... arguments) {
        return ProblemException.of(kind, "auth.openid." + reason, TEXTS.text(reason, arguments));
    }
}
