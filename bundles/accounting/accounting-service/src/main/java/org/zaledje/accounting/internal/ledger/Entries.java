package org.zaledje.accounting.internal.ledger;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.persistence.Stored;

/** Reads posted entries, with two queries however many there are. */
public final class Entries {

    private static final KeysetList<EntryRow> LIST = KeysetList.of(EntryRow.class, Ledger.ENTRIES)
            .held("number", "numberText", Stored.TEXT)
            .sortedBy("number", Map.entry("journal", Stored.TEXT), Map.entry("year", Stored.INT),
                    Map.entry("number", Stored.INT))
            .where("account", (accounts, parameter) -> "exists (select l from LineRow l where l.key.entryId = r.id"
                    + " and l.account in " + parameter.apply(accounts) + ")");

    private Entries() {
    }

    public static Optional<JournalEntry> find(CompanyRows books, UUID id) {
        return books.find(EntryRow.class, id).map(entry -> withLines(books, List.of(entry)).get(0));
    }

    static Page<JournalEntry> page(CompanyRows books, ListQuery query) {
        Page<EntryRow> page = LIST.page(books, query);
        return new Page<>(withLines(books, page.items()), page.next());
    }

    /** Between the first and the last of them: H2 would else read all lines of the company. */
    private static List<JournalEntry> withLines(CompanyRows books, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = entries.stream().map(EntryRow::id).sorted(Comparator.comparing(UUID::toString)).toList();
        Currency currency = books.company().currency();
        Map<UUID, List<EntryLine>> lines = books.query("select l from LineRow l"
                        + " where l.key.entryId >= :first and l.key.entryId <= :last and l.key.entryId in :entries order by l.key.entryId, l.key.index", LineRow.class)
                .setParameter("first", ids.get(0)).setParameter("last", ids.get(ids.size() - 1)).setParameter("entries", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(LineRow::entryId,
                        Collectors.mapping(line -> line.line(currency), Collectors.toList())));
        return entries.stream().map(entry -> entry.entry(lines.getOrDefault(entry.id(), List.of()), currency)).toList();
    }
}
