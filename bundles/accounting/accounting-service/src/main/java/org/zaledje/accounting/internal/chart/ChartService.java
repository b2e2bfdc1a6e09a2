package org.zaledje.accounting.internal.chart;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.security.Callers;

/** The chart in the database. */
@Component
public final class ChartService implements ChartOfAccounts {

    private static final int LIMIT_MAX = 1000;

    /** What has a meaning of its own in LIKE, or can't be in a database's text, stands for any character. */
    private static final String LIKE_SIGNS = "[%\\\\\\x00]";

    private final Bookkeeping bookkeeping;
    private final Callers callers;

    @Activate
    public ChartService(@Reference Bookkeeping bookkeeping, @Reference Callers callers) {
        this.bookkeeping = bookkeeping;
        this.callers = callers;
    }

    @Override
    public List<Account> search(String text, int limit) {
        callers.require(AccountingPermissions.LEDGER_READ);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be from 1 to " + LIMIT_MAX + ": " + limit);
        }
        String wanted = AccountRow.searchable(text.strip()).replaceAll(LIKE_SIGNS, "_");
        return bookkeeping.inBooks(books -> books.query(
                        "select a from AccountRow a where a.code like :start or a.searchName like :part"
                        + " order by a.code", AccountRow.class)
                .setParameter("start", wanted + "%")
                .setParameter("part", "%" + wanted + "%")
                .setMaxResults(limit)
                .getResultList()).stream().map(AccountRow::account).toList();
    }

    @Override
    public Optional<Account> find(String code) {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(books -> books.find(AccountRow.class, code.replace("\0", ""))).map(AccountRow::account);
    }
}
