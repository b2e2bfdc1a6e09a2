package org.zaledje.accounting.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A supplier's invoice or credit note. Amounts are in its own currency, as in the original, never recomputed.
 *
 * @param id             time-ordered id (UUIDv7)
 * @param kind           what the document is
 * @param number         the supplier's number (BT-1)
 * @param issueDate      BT-2
 * @param dueDate        BT-9, when given
 * @param sellerName     BT-27
 * @param sellerId       what the seller is told apart by: VAT identifier (BT-31), else registration (BT-30), else name
 * @param buyerName      BT-44
 * @param currency       BT-5
 * @param netAmount      total without VAT (BT-109)
 * @param vatAmount      total VAT (BT-110); zero when there is none
 * @param totalAmount    total with VAT (BT-112)
 * @param payableAmount  amount due (BT-115)
 * @param note           BT-22, or empty
 * @param lines          the invoice lines, in order; empty where only the head was asked for
 * @param state          how far it has come
 * @param entryId        the journal entry it was posted with, when posted
 * @param entryNumber    that entry's number, when posted
 * @param receivedAt     when it was stored
 * @param receivedBy     login name of who handed it in
 */
public record ReceivedInvoice(
        UUID id,
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
        String note,
        List<Line> lines,
        State state,
        Optional<UUID> entryId,
        Optional<String> entryNumber,
        Instant receivedAt,
        String receivedBy) {

    /** What the document is (from BT-3). */
    public enum Kind { INVOICE, CREDIT_NOTE }

    /** How far it has come. */
    public enum State {
        /** Stored, not yet in the ledger. */
        RECEIVED,
        /** In the ledger. */
        POSTED
    }

    /**
     * An invoice line.
     *
     * @param number      BT-126
     * @param description item name (BT-153)
     * @param quantity    BT-129
     * @param unit        unit code (BT-130), may be empty
     * @param netAmount   BT-131
     * @param vatRate     VAT rate in percent (BT-152), when given
     */
    public record Line(
            String number,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal netAmount,
            Optional<BigDecimal> vatRate) {
    }
}
