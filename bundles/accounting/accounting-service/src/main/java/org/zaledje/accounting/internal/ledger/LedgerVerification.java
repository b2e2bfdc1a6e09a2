package org.zaledje.accounting.internal.ledger;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.internal.books.KeptRecords;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Proves that entries are as they were posted, that each balances, and that none is gone. */
@Component
public final class LedgerVerification implements Verification {

    private static final String ENTRIES = "acc_entry";

    private final Bookkeeping bookkeeping;
    private final KeptRecords records;

    @Activate
    public LedgerVerification(@Reference Bookkeeping bookkeeping, @Reference KeptRecords records) {
        this.bookkeeping = bookkeeping;
        this.records = records;
    }

    @Override
    public String name() {
        return "accounting.ledger";
    }

    @Override
    public void verify(Findings findings) {
        records.ofEachCompany(company -> {
            verifyEntries(company, findings);
            verifyPlaces(company, findings);
            records.missing(company, findings, EntryAudit.TYPE, EntryRow.class, id -> findings.found(new Finding(
                    ENTRIES, id, "accounting.verify.entry-deleted", text("accounting.verify.entry-deleted", id))));
            verifyNumbers(findings);
        });
    }

    private void verifyEntries(Company company, Findings findings) {
        Optional<String> cursor = Optional.empty();
        do {
            ListQuery request = ListQuery.of(new PageRequest(KeptRecords.PAGE_ROWS, cursor));
            Page<JournalEntry> page = bookkeeping.inBooks(books -> Entries.page(books, request));
            Map<String, String> digests = findings.digests(company.id(), EntryAudit.TYPE,
                    page.items().stream().map(entry -> entry.id().toString()).toList());
            page.items().forEach(entry -> verify(entry, Optional.ofNullable(digests.get(entry.id().toString())), findings));
            findings.read(page.items().stream().mapToLong(entry -> 1L + entry.lines().size()).sum());
            cursor = page.next();
        } while (cursor.isPresent());
    }

    private static void verify(JournalEntry entry, Optional<String> digest, Findings findings) {
        BigDecimal debit = EntryRules.sum(entry.lines(), EntryLine::debit);
        BigDecimal credit = EntryRules.sum(entry.lines(), EntryLine::credit);
        if (digest.isEmpty()) {
            found(findings, entry, "accounting.verify.entry-without-audit", entry.number());
        } else if (!digest.get().equals(EntryAudit.digest(entry))) {
            found(findings, entry, "accounting.verify.entry-altered", entry.number());
        } else if (debit.compareTo(credit) != 0 || debit.compareTo(entry.total()) != 0) {
            found(findings, entry, "accounting.verify.entry-unbalanced", entry.number());
        }
    }

    private void verifyPlaces(Company company, Findings findings) {
        UUID after = new UUID(0, 0);
        List<EntryRow> rows;
        do {
            UUID before = after;
            rows = bookkeeping.inBooks(books -> books.query("select e from EntryRow e where e.id > :after order by e.id",
                    EntryRow.class).setParameter("after", before).setMaxResults(KeptRecords.PAGE_ROWS).getResultList());
            rows.stream().filter(row -> !row.isNumberedAsItSays()).map(row -> row.entry(List.of(), company.currency()))
                    .forEach(entry -> found(findings, entry, "accounting.verify.entry-altered", entry.number()));
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).id();
        } while (rows.size() == KeptRecords.PAGE_ROWS);
    }

    private void verifyNumbers(Findings findings) {
        List<Object[]> journals = bookkeeping.inBooks(books -> books.query("select e.journal, e.year, count(e), max(e.number)"
                + " from EntryRow e group by e.journal, e.year", Object[].class)
                .getResultList());
        for (Object[] journal : journals) {
            long entries = ((Number) journal[2]).longValue();
            long last = ((Number) journal[3]).longValue();
            if (entries != last) {
                String series = journal[0] + "-" + journal[1];
                findings.found(new Finding(ENTRIES, series, "accounting.verify.numbers-missing",
                        text("accounting.verify.numbers-missing", series, Long.toString(last), Long.toString(entries))));
            }
        }
    }

    private static void found(Findings findings, JournalEntry entry, String code, String number) {
        findings.found(new Finding(ENTRIES, entry.id().toString(), code, text(code, number)));
    }
}
