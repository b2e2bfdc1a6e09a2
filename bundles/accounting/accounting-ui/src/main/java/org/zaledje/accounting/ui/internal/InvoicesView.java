package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

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
        setContent(new RecordList<>(invoices::list)
                .link(TEXTS.text("number"), ReceivedInvoice::number, invoice -> AccountingViews.INVOICE + invoice.id())
                .text(TEXTS.text("supplier"), ReceivedInvoice::sellerName)
                .text(TEXTS.text("kind"), invoice -> TEXTS.text("kind." + invoice.kind()).in(getLocale()))
                .date(TEXTS.text("issued"), ReceivedInvoice::issueDate)
                .date(TEXTS.text("due"), invoice -> invoice.dueDate().orElse(null))
                .amount(TEXTS.text("total"), ReceivedInvoice::totalAmount, ReceivedInvoice::currency)
                .state(TEXTS.text("state"), invoice -> TEXTS.text("state." + invoice.state()), InvoicesView::mood)
                .whenEmpty(new EmptyState("invoice", TEXTS.text("invoices.none"), TEXTS.text("invoices.none.todo"))));
    }

    static Badge.Mood mood(ReceivedInvoice invoice) {
        return invoice.state() == ReceivedInvoice.State.POSTED ? Badge.Mood.GOOD : Badge.Mood.OPEN;
    }
}
