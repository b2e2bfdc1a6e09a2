package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.zaledje.accounting.ledger.Account;

/** Accounts that were found. */
record AccountList(List<Item> items) {

    /** An account of the chart. */
    @Schema(name = "Account")
    record Item(
            @Schema(example = "120000") String code,
            String name,
            @Schema(description = "first level of the chart") String accountClass,
            @Schema(description = "whether its lines are matched with each other") boolean reconcile) {

        static Item of(Account account) {
            return new Item(account.code(), account.name(), account.accountClass(), account.reconcile());
        }
    }

    static AccountList of(List<Account> accounts) {
        return new AccountList(accounts.stream().map(Item::of).toList());
    }
}
