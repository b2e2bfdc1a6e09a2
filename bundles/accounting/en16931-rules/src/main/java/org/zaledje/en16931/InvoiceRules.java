package org.zaledje.en16931;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The rules of EN 16931 as the European Committee for Standardization publishes them, with the schemas of the syntaxes.
 * Thread-safe. The first documents after the start wait until the rules are compiled, about two seconds.
 */
@ProviderType
public interface InvoiceRules {

    /** Most bytes in a document. */
    int DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;

    /**
     * Reads a document and checks it against schema and rules; the rules are checked even when the schema is broken.
     *
     * @param document the XML file
     * @return what was found, and the document to read values from
     * @throws UnreadableDocumentException when there is nothing that could be checked
     */
    CheckedInvoice check(byte[] document) throws UnreadableDocumentException;

    /**
     * Reads a document without checking it.
     *
     * @return its root element
     * @throws UnreadableDocumentException as {@link #check(byte[])}
     */
    InvoiceNode read(byte[] document) throws UnreadableDocumentException;
}
