package org.zaledje.accounting.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A posted journal entry. It never changes.
 *
 * @param id          time-ordered id (UUIDv7)
 * @param number      {@code <journal>-<year>-<sequence>}, without gaps within company, journal and year of the date
 * @param date        accounting date
 * @param journal     code of the journal
 * @param description what happened
 * @param lines       at least two, in the order given; debits and credits have the same sum
 * @param total       the sum of the debits
 * @param postedAt    when it was posted
 * @param postedBy    login name of who posted it
 */
public record JournalEntry(
        UUID id,
        String number,
        LocalDate date,
        String journal,
        String description,
        List<EntryLine> lines,
        BigDecimal total,
        Instant postedAt,
        String postedBy) {
}
