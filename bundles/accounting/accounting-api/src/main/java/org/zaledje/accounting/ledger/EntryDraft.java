package org.zaledje.accounting.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A journal entry that is to be posted. Nothing in it has been checked.
 *
 * @param date        accounting date
 * @param journal     code of the journal, for example {@code GEN}
 * @param description what happened
 * @param lines       debits and credits, in order
 */
public record EntryDraft(LocalDate date, String journal, String description, List<EntryLine> lines) {

    public EntryDraft {
        Objects.requireNonNull(date);
        Objects.requireNonNull(journal);
        Objects.requireNonNull(description);
        lines = List.copyOf(lines);
    }
}
