package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.platform.paging.Page;

/** A page of received invoices, without their lines. */
record InvoicePage(List<InvoiceResponse> items,
        @Schema(description = "cursor of the next page; absent on the last") String next) {

    static InvoicePage of(Page<ReceivedInvoice> page) {
        return new InvoicePage(page.items().stream().map(InvoiceResponse::head).toList(), page.next().orElse(null));
    }
}
