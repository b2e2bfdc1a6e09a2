package org.zaledje.platform.web.internal.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * What a caller is told when a request is not carried out, whichever door they came through.
 *
 * @param status     the HTTP status
 * @param code       stable id for programs
 * @param detail     what happened, what was kept, and what to do
 * @param violations every broken rule; may be empty
 * @param members    further members for programs
 */
public record Problem(
        int status,
        String code,
        LocalizedText detail,
        List<Violation> violations,
        Map<String, String> members) {

    /** The member that tells when to try again; it is told in a header, too. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private static final Texts TEXTS = Texts.beside(Problem.class);
    private static final List<Integer> KNOWN_STATUSES = 
            List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 429, 503, 507);

    /** A problem that is told by the platform itself: {@code detail.<code>} in its texts. */
    public static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, TEXTS.text("detail." + code, arguments), List.of(), Map.of());
    }

    static Problem of(ProblemException e) {
        return new Problem(e.kind().status(), e.code(), e.detail(), e.violations(), e.members());
    }

    /** An exception that ends in a problem told by the platform itself. */
    public static ProblemException exception(ProblemException.Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, code, TEXTS.text("detail." + code, arguments));
    }

    /** In how many seconds the request can be sent again; empty when sending it again is of no use. */
    public Optional<String> retryAfterSeconds() {
        return Optional.ofNullable(members.get(RETRY_AFTER)).or(() -> status == 503 ? Optional.of("2") : Optional.empty());
    }

    /** The status in words. */
    LocalizedText title() {
        return TEXTS.text("title." + (KNOWN_STATUSES.contains(status) ? status : status / 100 + "xx"));
    }
}
