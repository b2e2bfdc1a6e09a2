package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.platform.paging.Page;

/** A page of accounts. */
record AccountPage(List<Item> items,
        @Schema(description = "cursor of the next page; absent on the last") String next) {

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

    static AccountPage of(Page<Account> page) {
        return new AccountPage(page.items().stream().map(Item::of).toList(), page.next().orElse(null));
    }
}
