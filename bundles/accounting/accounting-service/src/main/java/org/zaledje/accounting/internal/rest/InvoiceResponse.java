package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zaledje.accounting.invoice.ReceivedInvoice;

/** A received invoice. Members without a value are absent. */
@Schema(name = "ReceivedInvoice", description = "A supplier's invoice or credit note.")
record InvoiceResponse(
        UUID id,
        ReceivedInvoice.Kind kind,
        ReceivedInvoice.State state,
        @Schema(description = "the supplier's number (BT-1)") String number,
        LocalDate issueDate,
        LocalDate dueDate,
        String sellerName,
        @Schema(description = "VAT identifier, else registration, else name") String sellerId,
        String buyerName,
        @Schema(example = "EUR") String currency,
        @Schema(implementation = String.class, format = "decimal") BigDecimal netAmount,
        @Schema(implementation = String.class, format = "decimal") BigDecimal vatAmount,
        @Schema(implementation = String.class, format = "decimal") BigDecimal totalAmount,
        @Schema(implementation = String.class, format = "decimal") BigDecimal payableAmount,
        String note,
        @Schema(description = "absent in lists") List<Line> lines,
        UUID entryId,
        String entryNumber,
        Instant receivedAt,
        String receivedBy) {

    /** An invoice line. */
    @Schema(name = "ReceivedInvoiceLine")
    record Line(
            String number,
            String description,
            @Schema(implementation = String.class, format = "decimal") BigDecimal quantity,
            String unit,
            @Schema(implementation = String.class, format = "decimal") BigDecimal netAmount,
            @Schema(implementation = String.class, format = "decimal") BigDecimal vatRate) {

        static Line of(ReceivedInvoice.Line line) {
            return new Line(line.number(), line.description(), line.quantity(), line.unit(), line.netAmount(),
                    line.vatRate().orElse(null));
        }
    }

    static InvoiceResponse of(ReceivedInvoice invoice) {
        return of(invoice, invoice.lines().stream().map(Line::of).toList());
    }

    static InvoiceResponse head(ReceivedInvoice invoice) {
        return of(invoice, null);
    }

    private static InvoiceResponse of(ReceivedInvoice invoice, List<Line> lines) {
        return new InvoiceResponse(invoice.id(), invoice.kind(), invoice.state(), invoice.number(), invoice.issueDate(),
                invoice.dueDate().orElse(null), invoice.sellerName(), invoice.sellerId(), invoice.buyerName(),
                invoice.currency().getCurrencyCode(), invoice.netAmount(), invoice.vatAmount(), invoice.totalAmount(),
                invoice.payableAmount(), invoice.note(), lines, invoice.entryId().orElse(null),
                invoice.entryNumber().orElse(null), invoice.receivedAt(), invoice.receivedBy());
    }
}
