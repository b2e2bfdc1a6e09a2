package org.zaledje.accounting.ledger;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** The general ledger of the current company. Thread-safe. */
@ProviderType
public interface Ledger {

    /** Journal for entries made by hand. */
    String GENERAL_JOURNAL = "GEN";
    /** Journal for received invoices. */
    String PURCHASE_JOURNAL = "PUR";

    /** What can be asked of the list of entries; the latest posted come first. */
    ListSchema ENTRIES = ListSchema.of("accounting.entries", "-id")
            .with(ListField.of("number", FieldType.TEXT).equal().prefix().sorted())
            .with(ListField.of("date", FieldType.DATE).equal().range().sorted())
            .with(ListField.of("journal", FieldType.TEXT).equal())
            .with(ListField.of("description", FieldType.TEXT).contains())
            .with(ListField.of("total", FieldType.DECIMAL).range().sorted())
            .with(ListField.of("postedAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("postedBy", FieldType.TEXT).equal())
            // code of an account that one of the lines has
            .with(ListField.of("account", FieldType.TEXT).equal());

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
    default Page<JournalEntry> entries(PageRequest request) {
        return entries(ListQuery.of(request));
    }

    /** Posted entries with their lines, as {@link #ENTRIES} offers them. Needs {@code accounting.ledger.read}. */
    Page<JournalEntry> entries(ListQuery query);

    /** The sums of all posted entries. Needs {@code accounting.ledger.read}. */
    TrialBalance trialBalance();
}
