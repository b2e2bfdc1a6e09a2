package org.zaledje.platform.web.internal.people;

import java.util.Optional;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.web.internal.problem.Problem;

/** What callers leave out of a body. */
final class Bodies {

    private Bodies() {
    }

    /** A text that may be absent: the services say whether it may be empty. */
    static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }

    /** A member without which there is nothing to ask the services for. */
    static <T> T needed(T given, String name) {
        return Optional.ofNullable(given).orElseThrow(() ->
                Problem.exception(ProblemException.Kind.UNREADABLE, "body.member-missing", name));
    }
}
