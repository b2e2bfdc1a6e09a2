package org.zaledje.accounting.internal.chart;

import java.util.Locale;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.accounting.ledger.Account;

/** An account of a company's chart. */
@Entity
@Table(name = "acc_account")
public class AccountRow {

    @EmbeddedId
    private AccountKey key;

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

    AccountRow(UUID companyId, Account account) {
        this.key = new AccountKey(companyId, account.code());
        this.name = account.name();
        this.searchName = searchable(account.name());
        this.accountClass = account.accountClass();
        this.reconcile = account.reconcile();
    }

    static String searchable(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Account account() {
        return new Account(key.code(), name, accountClass, reconcile);
    }
}
