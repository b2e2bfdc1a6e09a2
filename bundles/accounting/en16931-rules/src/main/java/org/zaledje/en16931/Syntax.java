package org.zaledje.en16931;

import java.util.Arrays;
import java.util.Optional;

/** The document types that EN 16931 allows, told apart by their root element. */
public enum Syntax {

    UBL_INVOICE("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice"),
    UBL_CREDIT_NOTE("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote"),
    CII("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "CrossIndustryInvoice");

    private final String namespace;
    private final String rootElement;

    Syntax(String namespace, String rootElement) {
        this.namespace = namespace;
        this.rootElement = rootElement;
    }

    /** The syntax whose documents have this root element, or empty. */
    public static Optional<Syntax> of(String namespace, String rootElement) {
        return Arrays.stream(values())
                .filter(s -> s.namespace.equals(namespace) && s.rootElement.equals(rootElement))
                .findFirst();
    }
}
