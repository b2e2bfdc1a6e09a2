package org.zaledje.accounting.invoice;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks electronic invoices against EN 16931-1:2017 with the standard's own rules (the Schematron files that the European
 * Committee for Standardization publishes). Thread-safe; stores nothing.
 */
@ProviderType
public interface InvoiceValidation {

    /**
     * Checks a UBL 2.1 Invoice or CreditNote or a UN/CEFACT Cross Industry Invoice (D16B). A document that breaks the schema
     * has its rules checked all the same. Needs {@code accounting.invoice.read}.
     *
     * @param document the XML file
     * @return everything found
     * @throws org.zaledje.platform.problem.ProblemException UNREADABLE when it is not well-formed XML, is in a wrong encoding
     *         or has a document type declaration; RULES_BROKEN ({@code accounting.invoice.unknown-document}) when it is neither
     *         of these documents
     */
    ValidationReport validate(byte[] document);
}
