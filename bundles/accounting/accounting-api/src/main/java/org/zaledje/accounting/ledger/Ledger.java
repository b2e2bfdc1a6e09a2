package org.zaledje.accounting.ledger;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** The general ledger of the current company. Thread-safe. */
@ProviderType
public interface Ledger {

    /** Journal for entries made by hand. */
    String GENERAL_JOURNAL = "GEN";
    /** Journal for received invoices. */
    String PURCHASE_JOURNAL = "PUR";

    /**
     * Posts an entry: numbers it and makes it unchangeable. When the method returns, it is durable. Needs
     * {@code accounting.entry.post}.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN, code {@code accounting.entry.invalid}, with every
     *         violation: {@code accounting.entry.not-balanced}, {@code …too-few-lines}, {@code …too-many-lines},
     *         {@code …unknown-account}, {@code …unknown-journal}, {@code …debit-or-credit} (both or neither is given),
     *         {@code …negative-amount}, {@code …scale} (more decimals than the currency has), {@code …amount-too-large},
     *         {@code …description-too-long}
     */
    JournalEntry post(EntryDraft draft);

    /** The entry with this id, or empty. Needs {@code accounting.ledger.read}. */
    Optional<JournalEntry> find(UUID id);

    /** Posted entries with their lines, latest posted first. Needs {@code accounting.ledger.read}. */
    Page<JournalEntry> entries(PageRequest request);

    /** The sums of all posted entries. Needs {@code accounting.ledger.read}. */
    TrialBalance trialBalance();
}
