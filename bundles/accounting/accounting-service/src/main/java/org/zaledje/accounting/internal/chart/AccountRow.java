package org.zaledje.accounting.internal.chart;

import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.accounting.ledger.Account;

/** An account of a company's chart. */
@Entity
@Table(name = "acc_account")
public class AccountRow {

    @Id
    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "name")
    private String name;

    /** The name in lower case, made here because databases differ in what they do to č, š and ž. */
    @Column(name = "search_name")
    private String searchName;

    @Column(name = "account_class")
    private String accountClass;

    @Column(name = "reconcile")
    private boolean reconcile;

    protected AccountRow() {
    }

    AccountRow(Account account) {
        this.code = account.code();
        this.name = account.name();
        this.searchName = searchable(account.name());
        this.accountClass = account.accountClass();
        this.reconcile = account.reconcile();
    }

    void change(Account account) {
        name = account.name();
        searchName = searchable(account.name());
        accountClass = account.accountClass();
        reconcile = account.reconcile();
    }

    static String searchable(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Account account() {
        return new Account(code, name, accountClass, reconcile);
    }
}
