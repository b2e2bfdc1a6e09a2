package org.zaledje.en16931;

import java.util.List;

/**
 * A document that was checked.
 *
 * @param syntax   what it is
 * @param findings what was found: the schema first, then the rules, each in the order of the document
 * @param root     its root element, to read values from
 */
public record CheckedInvoice(Syntax syntax, List<Finding> findings, InvoiceNode root) {

    public CheckedInvoice {
        findings = List.copyOf(findings);
    }
}
