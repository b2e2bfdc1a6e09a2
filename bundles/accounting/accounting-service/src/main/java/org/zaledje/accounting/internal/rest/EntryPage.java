package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.paging.Page;

/** A page of entries. */
record EntryPage(List<EntryResponse> items, @Schema(description =
        "cursor of the next page; absent on the last") String next) {

    static EntryPage of(Page<JournalEntry> page) {
        return new EntryPage(page.items().stream().map(EntryResponse::of).toList(), page.next().orElse(null));
    }
}
