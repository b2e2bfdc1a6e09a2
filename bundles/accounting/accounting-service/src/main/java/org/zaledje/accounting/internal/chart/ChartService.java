package org.zaledje.accounting.internal.chart;

import static org.zaledje.platform.persistence.LikePattern.ESCAPE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.persistence.LikePattern;
import org.zaledje.platform.security.Callers;

/** The chart in the database. */
@Component
public final class ChartService implements ChartOfAccounts {

    private static final int LIMIT_MAX = 1000;

    /** A character of no account's name, for one that a database can't be asked for. */
    private static final char NOWHERE = '\uffff';

    private static final KeysetList<AccountRow> LIST = KeysetList.of(AccountRow.class, ACCOUNTS)
            .folded("name", "searchName")
            .where("query", (texts, parameter) -> found((String) texts.get(0), parameter));

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
        String wanted = AccountRow.searchable(text.strip()).replace('\0', NOWHERE);
        return bookkeeping.inBooks(books -> books.query("select r from AccountRow r where r.code like :start" + ESCAPE
                        + " or r.searchName like :part" + ESCAPE + " order by r.code", AccountRow.class)
                .setParameter("start", LikePattern.beginning(wanted))
                .setParameter("part", LikePattern.holding(wanted))
                .setMaxResults(limit)
                .getResultList()).stream().map(AccountRow::account).toList();
    }

    private static String found(String text, Function<Object, String> parameter) {
        String wanted = AccountRow.searchable(text.strip());
        return "r.code like " + parameter.apply(LikePattern.beginning(wanted)) + ESCAPE
                + " or r.searchName like " + parameter.apply(LikePattern.holding(wanted)) + ESCAPE;
    }

    @Override
    public Page<Account> list(ListQuery query) {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(books -> LIST.page(books, query)).map(AccountRow::account);
    }

    @Override
    public Optional<Account> find(String code) {
        callers.require(AccountingPermissions.LEDGER_READ);
        return bookkeeping.inBooks(books -> books.find(AccountRow.class, code.replace("\0", ""))).map(AccountRow::account);
    }
}
