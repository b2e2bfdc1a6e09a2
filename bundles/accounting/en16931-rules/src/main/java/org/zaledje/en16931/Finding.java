package org.zaledje.en16931;

import java.util.Objects;

/**
 * A rule that a document breaks.
 *
 * @param rule     {@code XSD} for the schema, else the standard's id, for example {@code BR-CO-15}
 * @param severity whether it forbids the document
 * @param message  what is wrong, in English
 * @param location {@code line:column} for the schema, else an XPath with the prefixes usual for the syntax
 */
public record Finding(String rule, Severity severity, String message, String location) {

    /** The id under which breaches of the schema are found. */
    public static final String SCHEMA = "XSD";

    /** How grave a finding is. */
    public enum Severity {
        /** The document is not a valid invoice. */
        ERROR,
        /** Worth knowing; the document is valid all the same. */
        WARNING
    }

    public Finding {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(location);
    }
}
