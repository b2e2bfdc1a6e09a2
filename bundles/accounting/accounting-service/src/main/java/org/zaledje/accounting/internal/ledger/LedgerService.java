package org.zaledje.accounting.internal.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.accounting.ledger.TrialBalance;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** The ledger in the database. */
@Component
public final class LedgerService implements Ledger {

    private final Bookkeeping bookkeeping;
    private final EntryPosting posting;
    private final Callers callers;

    @Activate
    public LedgerService(@Reference Bookkeeping bookkeeping, @Reference EntryPosting posting,
            @Reference Callers callers) {
        this.bookkeeping = bookkeeping;
        this.posting = posting;
        this.callers = callers;
    }

    @Override
    public JournalEntry post(EntryDraft draft) {
        Caller caller = callers.require(AccountingPermissions.ENTRY_POST);
        return bookkeeping.inBooks(books -> posting.post(books, draft, caller));
    }

    @Override
    public Optional<JournalEntry> find(UUID id) {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(books -> Entries.find(books, id));
    }

    @Override
    public Page<JournalEntry> entries(ListQuery query) {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(books -> Entries.page(books, query));
    }

    @Override
    public TrialBalance trialBalance() {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(LedgerService::trialBalance);
    }

    private static TrialBalance trialBalance(CompanyRows books) {
        Currency currency = books.company().currency();
        List<TrialBalance.Row> rows = books.query(
                        "select a.code, a.name, sum(l.debit), sum(l.credit) from LineRow l, AccountRow a"
                        + " where a.code = l.account"
                        + " group by a.code, a.name order by a.code", Object[].class)
                .getResultStream()
                .map(sums -> row(sums, currency))
                .toList();
        return new TrialBalance(rows, total(rows, TrialBalance.Row::debit, currency),
                total(rows, TrialBalance.Row::credit, currency));
    }

    private static TrialBalance.Row row(Object[] sums, Currency currency) {
        BigDecimal debit = Money.scaled((BigDecimal) sums[2], currency);
        BigDecimal credit = Money.scaled((BigDecimal) sums[3], currency);
        return new TrialBalance.Row((String) sums[0], (String) sums[1], debit, credit, debit.subtract(credit));
    }

    private static BigDecimal total(List<TrialBalance.Row> rows, Function<TrialBalance.Row, BigDecimal> amount,
            Currency currency) {
        return Money.scaled(Money.sum(rows.stream().map(amount)), currency);
    }
}
