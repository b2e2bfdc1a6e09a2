package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The chart of accounts. */
final class AccountsView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    AccountsView(ChartOfAccounts chart) {
        super(TEXTS.text("accounts"));
        setContent(new RecordList<>(ChartOfAccounts.ACCOUNTS, chart::list)
                .text(TEXTS.text("account.code"), Account::code).field("code")
                .text(TEXTS.text("account.name"), Account::name).field("name")
                .text(TEXTS.text("account.class"), Account::accountClass).field("accountClass")
                .text(TEXTS.text("account.reconcile"), account -> yesOrNo(account.reconcile()))
                .field("reconcile", value -> TEXTS.text("reconcile." + value))
                .exchange(ChartOfAccounts.ACCOUNTS.name()));
    }

    private String yesOrNo(boolean value) {
        return TEXTS.text("reconcile." + value).in(getLocale());
    }
}
