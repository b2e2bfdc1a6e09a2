package org.zaledje.accounting;

/** The types of events that accounting publishes. The aggregate is the entry or invoice that the event is about. */
public final class AccountingEvents {

    /** An entry is in the ledger: {@code number}, {@code date}, {@code journal}, {@code description}, {@code total}, {@code currency}. */
    public static final String ENTRY_POSTED = "accounting.entry.posted";

    /** A supplier's invoice that keeps the rules is stored: {@code number}, {@code kind}, {@code sellerId}. */
    public static final String INVOICE_RECEIVED = "accounting.invoice.received";

    /** A received invoice is in the ledger: {@code entryId}, {@code entryNumber}. */
    public static final String INVOICE_ACCEPTED = "accounting.invoice.accepted";

    private AccountingEvents() {
    }
}
