package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;

/** A posted entry. */
@Schema(name = "Entry", description = "A posted journal entry. It never changes.")
record EntryResponse(
        UUID id,
        @Schema(description = "journal, year and sequence, without gaps", example = "GEN-2026-1") String number,
        LocalDate date,
        String journal,
        String description,
        List<Line> lines,
        @Schema(implementation = String.class, format = "decimal") BigDecimal total,
        Instant postedAt,
        String postedBy) {

    /** A line of an entry. */
    @Schema(name = "EntryLine")
    record Line(
            String account,
            @Schema(implementation = String.class, format = "decimal") BigDecimal debit,
            @Schema(implementation = String.class, format = "decimal") BigDecimal credit,
            String description) {

        static Line of(EntryLine line) {
            return new Line(line.account(), line.debit(), line.credit(), line.description());
        }
    }

    static EntryResponse of(JournalEntry entry) {
        return new EntryResponse(entry.id(), entry.number(), entry.date(), entry.journal(), entry.description(),
                entry.lines().stream().map(Line::of).toList(), entry.total(), entry.postedAt(), entry.postedBy());
    }
}
