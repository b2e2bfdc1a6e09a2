package org.zaledje.accounting;

/** Types of accounting's records in the audit trail, see {@link org.zaledje.platform.audit.RecordRef#type()}. */
public final class AccountingRecords {

    /** A journal entry. */
    public static final String ENTRY = "accounting.entry";

    /** A received invoice. */
    public static final String INVOICE = "accounting.invoice";

    /** An account of the chart, by its code. */
    public static final String ACCOUNT = "accounting.account";

    private AccountingRecords() {
    }
}
