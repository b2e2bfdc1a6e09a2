package org.zaledje.accounting;

import java.util.Set;

/** The permissions that accounting checks. */
public final class AccountingPermissions {

    /** See accounts, entries and the trial balance. */
    public static final String LEDGER_READ = "accounting.ledger.read";
    /** Post journal entries. */
    public static final String ENTRY_POST = "accounting.entry.post";
    /** Add and change accounts by importing a table. */
    public static final String CHART_IMPORT = "accounting.chart.import";
    /** See received invoices and their originals, and check documents against the rules. */
    public static final String INVOICE_READ = "accounting.invoice.read";
    /** Hand in a supplier's invoice. */
    public static final String INVOICE_SUBMIT = "accounting.invoice.submit";
    /** Post a received invoice to the ledger. */
    public static final String INVOICE_POST = "accounting.invoice.post";
    /** Approve a received invoice, where the company's procedure says so. */
    public static final String INVOICE_APPROVE = "accounting.invoice.approve";

    /** All of them. */
    public static final Set<String> ALL = Set.of(LEDGER_READ, ENTRY_POST, CHART_IMPORT, INVOICE_READ, INVOICE_SUBMIT, INVOICE_POST,
            INVOICE_APPROVE);

    private AccountingPermissions() {
    }
}
