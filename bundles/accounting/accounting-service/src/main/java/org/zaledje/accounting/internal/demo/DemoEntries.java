package org.zaledje.accounting.internal.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.Ledger;

/** A young company's first month. */
final class DemoEntries {

    static final List<EntryDraft> ALL = List.of(
            entry("2026-01-05", "Vplačilo osnovnega kapitala", debit("110000", "25000.00"),
                    credit("900000", "25000.00")),
            entry("2026-01-15", "Prodaja svetovanja, račun 2026-001",
                    debit("120000", "4880.00"), credit("760000", "4000.00"), credit("260000", "880.00")),
            entry("2026-01-28", "Plačilo računa 2026-001", debit("110000", "4880.00"), credit("120000", "4880.00")),
            entry("2026-01-31", "Bančni stroški, januar", debit("415000", "12.50"), credit("110000", "12.50")));

    private DemoEntries() {
    }

    private static EntryDraft entry(String date, String description, EntryLine... lines) {
        return new EntryDraft(LocalDate.parse(date), Ledger.GENERAL_JOURNAL, description, List.of(lines));
    }

    private static EntryLine debit(String account, String amount) {
        return EntryLine.debit(account, new BigDecimal(amount), "");
    }

    private static EntryLine credit(String account, String amount) {
        return EntryLine.credit(account, new BigDecimal(amount), "");
    }
}
