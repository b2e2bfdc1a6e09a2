package org.zaledje.accounting.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.zaledje.accounting.invoice.ReceivedInvoice.Kind;

/** What an invoice says in its head; see {@link org.zaledje.accounting.invoice.ReceivedInvoice}. */
record InvoiceFacts(
        Kind kind,
        String number,
        LocalDate issueDate,
        Optional<LocalDate> dueDate,
        String sellerName,
        String sellerId,
        String buyerName,
        Currency currency,
        BigDecimal netAmount,
        BigDecimal vatAmount,
        BigDecimal totalAmount,
        BigDecimal payableAmount,
        String note) {
}
