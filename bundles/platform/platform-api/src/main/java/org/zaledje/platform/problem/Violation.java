package org.zaledje.platform.problem;

import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * One broken rule.
 *
 * @param rule     stable id of the rule: ours ({@code accounting.entry.not-balanced}) or a standard's ({@code BR-CO-15})
 * @param severity whether it forbids or only warns
 * @param message  what is wrong, for people
 * @param location where: a JSON pointer (RFC 6901) into the request, an XPath or {@code line:column} into an XML document,
 *                 or an empty string for the whole
 */
public record Violation(String rule, Severity severity, LocalizedText message, String location) {

    /** How grave a violation is. */
    public enum Severity {
        /** The request is refused. */
        ERROR,
        /** Worth knowing; nothing is refused for it. */
        WARNING
    }

    public Violation {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(location);
    }

    /** A broken rule that refuses the request. */
    public static Violation error(String rule, LocalizedText message, String location) {
        return new Violation(rule, Severity.ERROR, message, location);
    }
}
