package org.zaledje.accounting.internal.soap;

import org.zaledje.accounting.invoice.ReceivedInvoice;

/** Invoices as messages. */
final class SoapInvoices {

    private SoapInvoices() {
    }

    static SoapInvoice of(ReceivedInvoice invoice) {
        SoapInvoice message = new SoapInvoice();
        message.id = invoice.id().toString();
        message.kind = invoice.kind().name();
        message.state = invoice.state().name();
        message.number = invoice.number();
        message.issueDate = invoice.issueDate().toString();
        message.dueDate = invoice.dueDate().map(Object::toString).orElse(null);
        message.sellerName = invoice.sellerName();
        message.sellerId = invoice.sellerId();
        message.buyerName = invoice.buyerName();
        message.currency = invoice.currency().getCurrencyCode();
        message.netAmount = invoice.netAmount();
        message.vatAmount = invoice.vatAmount();
        message.totalAmount = invoice.totalAmount();
        message.payableAmount = invoice.payableAmount();
        message.note = invoice.note();
        invoice.lines().forEach(line -> message.line.add(of(line)));
        message.entryId = invoice.entryId().map(Object::toString).orElse(null);
        message.entryNumber = invoice.entryNumber().orElse(null);
        message.receivedAt = invoice.receivedAt().toString();
        message.receivedBy = invoice.receivedBy();
        return message;
    }

    private static SoapInvoice.Line of(ReceivedInvoice.Line line) {
        SoapInvoice.Line message = new SoapInvoice.Line();
        message.number = line.number();
        message.description = line.description();
        message.quantity = line.quantity();
        message.unit = line.unit();
        message.netAmount = line.netAmount();
        message.vatRate = line.vatRate().orElse(null);
        return message;
    }
}
