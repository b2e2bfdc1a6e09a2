package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The invoices that suppliers have sent. */
final class InvoicesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    InvoicesView(ReceivedInvoices invoices) {
        super(TEXTS.text("invoices"));
        setContent(new RecordList<ReceivedInvoice>(ReceivedInvoices.INVOICES, invoices::list)
                .link(TEXTS.text("number"), ReceivedInvoice::number, invoice -> AccountingViews.INVOICE + invoice.id())
                .field("number")
                .text(TEXTS.text("supplier"), ReceivedInvoice::sellerName).field("sellerName")
                .text(TEXTS.text("kind"), invoice -> TEXTS.text("kind." + invoice.kind()).in(getLocale()))
                .field("kind", kind -> TEXTS.text("kind." + kind))
                .date(TEXTS.text("issued"), ReceivedInvoice::issueDate).field("issueDate")
                .date(TEXTS.text("due"), invoice -> invoice.dueDate().orElse(null)).field("dueDate")
                .amount(TEXTS.text("total"), ReceivedInvoice::totalAmount, ReceivedInvoice::currency)
                .field("totalAmount")
                .state(TEXTS.text("state"), invoice -> TEXTS.text("state." + invoice.state()), InvoicesView::mood)
                .field("state", state -> TEXTS.text("state." + state))
                .whenEmpty(new EmptyState("invoice", TEXTS.text("invoices.none"), TEXTS.text("invoices.none.todo")))
                .changesOf(AccountingRecords.INVOICE));
    }

    static Badge.Mood mood(ReceivedInvoice invoice) {
        return invoice.state() == ReceivedInvoice.State.POSTED ? Badge.Mood.GOOD : Badge.Mood.OPEN;
    }
}
