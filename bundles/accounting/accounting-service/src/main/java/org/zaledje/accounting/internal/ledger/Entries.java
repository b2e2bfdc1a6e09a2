package org.zaledje.accounting.internal.ledger;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.accounting.internal.books.Cursors;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.persistence.CompanyRows;

/** Reads posted entries, with two queries however many there are. */
public final class Entries {

    private Entries() {
    }

    public static Optional<JournalEntry> find(CompanyRows books, UUID id) {
        return books.find(EntryRow.class, id).map(entry -> withLines(books, List.of(entry)).get(0));
    }

    static Page<JournalEntry> page(CompanyRows books, PageRequest request) {
        List<EntryRow> rows = books.query("select e from EntryRow e where e.id < :before order by e.id desc", EntryRow.class)
                .setParameter("before", Cursors.before(request))
                .setMaxResults(request.limit() + 1)
                .getResultList();
        return Page.of(withLines(books, rows), request, entry -> Cursors.after(entry.id()));
    }

    private static List<JournalEntry> withLines(CompanyRows books, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Currency currency = books.company().currency();
        Map<UUID, List<EntryLine>> lines = books.query("select l from LineRow l"
                        + " where l.key.entryId in :entries order by l.key.entryId, l.key.index", LineRow.class)
                .setParameter("entries", entries.stream().map(EntryRow::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(LineRow::entryId,
                        Collectors.mapping(line -> line.line(currency), Collectors.toList())));
        return entries.stream().map(entry -> entry.entry(lines.getOrDefault(entry.id(), List.of()), currency)).toList();
    }
}
