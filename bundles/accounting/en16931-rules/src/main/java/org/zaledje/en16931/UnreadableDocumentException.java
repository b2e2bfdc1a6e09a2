package org.zaledje.en16931;

import java.util.Objects;

/** A document that can't be checked, because it can't be read or is not an invoice. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it can't be checked. */
    public enum Reason {
        /** Not well-formed XML. */
        MALFORMED,
        /** Its bytes are not in the encoding that it declares, or that encoding is not known. */
        ENCODING,
        /** It has a document type declaration, which is never read. */
        DOCTYPE,
        /** Elements are nested too deep, a number has too many digits, or it has too many bytes. */
        LIMIT,
        /** Well-formed XML, but none of {@link Syntax}. */
        NOT_AN_INVOICE
    }

    private final Reason reason;
    private final String location;

    /**
     * @param location {@code line:column}, or an empty string
     */
    public UnreadableDocumentException(Reason reason, String message, String location) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
        this.location = Objects.requireNonNull(location);
    }

    public Reason reason() {
        return reason;
    }

    /** Where, as {@code line:column}; an empty string when that is not known. */
    public String location() {
        return location;
    }
}
