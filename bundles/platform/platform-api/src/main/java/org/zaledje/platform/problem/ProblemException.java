package org.zaledje.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * A request that can't be carried out, told so that its caller can act on it. Nothing of the request has taken effect.
 * REST answers it as {@code application/problem+json} (RFC 9457), SOAP as a fault with the same code, the web UI as a
 * message.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of problem it is; decides the HTTP status. */
    public enum Kind {
        /** 400: the request can't be read. */
        UNREADABLE(400),
        /** 401: nobody, or nobody known, is calling. */
        UNAUTHENTICATED(401),
        /** 403: the caller may not do this. */
        FORBIDDEN(403),
        /** 404: there is no such thing. */
        NOT_FOUND(404),
        /** 409: it contradicts what is already there. */
        CONFLICT(409),
        /** 412: what it is about has changed since the caller read it. */
        CHANGED_MEANWHILE(412),
        /** 413: it is larger than what is taken. */
        TOO_LARGE(413),
        /** 414: its address is longer than what is taken. */
        URL_TOO_LONG(414),
        /** 415: it is in a format that is not taken. */
        UNSUPPORTED_FORMAT(415),
        /** 422: it was understood, and breaks rules; see {@link #violations()}. */
        RULES_BROKEN(422),
        /** 428: it must say which version of what it is about the caller has read. */
        VERSION_NEEDED(428),
        /** 429: the caller asks too often. */
        TOO_MANY_REQUESTS(429),
        /** 503: the platform can't do it now, and may be able to later. */
        UNAVAILABLE(503),
        /** 507: there is not enough room for it. */
        STORAGE_FULL(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient LocalizedText detail;
    private final transient List<Violation> violations;
    private final transient Map<String, String> members;

    private ProblemException(Kind kind, String code, LocalizedText detail, List<Violation> violations, Map<String, String> members) {
        super(code + ": " + detail.in(Locale.ENGLISH));
        this.kind = Objects.requireNonNull(kind);
        this.code = Objects.requireNonNull(code);
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.members = Map.copyOf(members);
    }

    /**
     * A problem without a list of violations.
     *
     * @param code   stable id for programs, for example {@code accounting.invoice.duplicate}
     * @param detail what happened, what was kept, and what to do, for people
     */
    public static ProblemException of(Kind kind, String code, LocalizedText detail) {
        return new ProblemException(kind, code, detail, List.of(), Map.of());
    }

    /** A request that breaks rules: every violation found, not just the first. */
    public static ProblemException rulesBroken(String code, LocalizedText detail, List<Violation> violations) {
        return new ProblemException(Kind.RULES_BROKEN, code, detail, violations, Map.of());
    }

    /** The same problem with one more member for programs, for example the id of the record that is in the way. */
    public ProblemException with(String name, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(members);
        more.put(name, value);
        return new ProblemException(kind, code, detail, violations, more);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public LocalizedText detail() {
        return detail;
    }

    /** Every rule that the request breaks, in the order found; empty unless {@link Kind#RULES_BROKEN}. */
    public List<Violation> violations() {
        return violations;
    }

    /** Further members for programs, by name; may be empty. */
    public Map<String, String> members() {
        return members;
    }
}
