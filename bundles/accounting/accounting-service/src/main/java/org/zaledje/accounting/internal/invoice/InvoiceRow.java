package org.zaledje.accounting.internal.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoice.Kind;
import org.zaledje.accounting.invoice.ReceivedInvoice.Line;
import org.zaledje.accounting.invoice.ReceivedInvoice.State;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.Digest;

/** The head of a received invoice. Its lines stay in the original. Only the entry is ever set later, once. */
@Entity
@Table(name = "acc_invoice")
public class InvoiceRow {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "kind", updatable = false)
    private String kind;

    @Column(name = "invoice_number", updatable = false)
    private String number;

    @Column(name = "issue_date", updatable = false)
    private LocalDate issueDate;

    @Column(name = "due_date", updatable = false)
    private LocalDate dueDate;

    @Column(name = "seller_name", updatable = false)
    private String sellerName;

    @Column(name = "seller_id", updatable = false)
    private String sellerId;

    @Column(name = "buyer_name", updatable = false)
    private String buyerName;

    @Column(name = "currency", updatable = false)
    private String currency;

    @Column(name = "net_amount", updatable = false)
    private BigDecimal netAmount;

    @Column(name = "vat_amount", updatable = false)
    private BigDecimal vatAmount;

    @Column(name = "total_amount", updatable = false)
    private BigDecimal totalAmount;

    @Column(name = "payable_amount", updatable = false)
    private BigDecimal payableAmount;

    @Column(name = "note", updatable = false)
    private String note;

    @Column(name = "received_at_ms", updatable = false)
    private long receivedAt;

    @Column(name = "received_by", updatable = false)
    private String receivedBy;

    @Column(name = "entry_id", insertable = false)
    private UUID entryId;

    @Column(name = "entry_number", insertable = false)
    private String entryNumber;

    protected InvoiceRow() {
    }

    InvoiceRow(UUID id, InvoiceFacts facts, Instant receivedAt, String receivedBy) {
        this.id = id;
        this.kind = facts.kind().name();
        this.number = facts.number();
        this.issueDate = facts.issueDate();
        this.dueDate = facts.dueDate().orElse(null);
        this.sellerName = facts.sellerName();
        this.sellerId = facts.sellerId();
        this.buyerName = facts.buyerName();
        this.currency = facts.currency().getCurrencyCode();
        this.netAmount = facts.netAmount();
        this.vatAmount = facts.vatAmount();
        this.totalAmount = facts.totalAmount();
        this.payableAmount = facts.payableAmount();
        this.note = facts.note();
        this.receivedAt = receivedAt.toEpochMilli();
        this.receivedBy = receivedBy;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String receivedBy() {
        return receivedBy;
    }

    String sellerId() {
        return sellerId;
    }

    Kind kind() {
        return Kind.valueOf(kind);
    }

    Optional<UUID> entryId() {
        return Optional.ofNullable(entryId);
    }

    void posted(JournalEntry entry) {
        entryId = entry.id();
        entryNumber = entry.number();
    }

    /** Over everything that is stored of it, and the original. */
    String digest(byte[] original) {
        return new Digest().add(id.toString()).add(kind).add(number).add(issueDate.toString()).add(text(dueDate))
                .add(sellerName).add(sellerId).add(buyerName).add(currency).add(plain(netAmount)).add(plain(vatAmount))
                .add(plain(totalAmount)).add(plain(payableAmount)).add(note).add(receivedAt).add(receivedBy)
                .add(text(entryId)).add(text(entryNumber)).add(original).hex();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    ReceivedInvoice invoice(List<Line> lines) {
        Currency money = Currency.getInstance(currency);
        return new ReceivedInvoice(id, kind(), number, issueDate, Optional.ofNullable(dueDate), sellerName,
                sellerId,
                buyerName, money, Money.scaled(netAmount, money), Money.scaled(vatAmount, money),
                Money.scaled(totalAmount, money), Money.scaled(payableAmount, money), note, lines,
                entryId == null ? State.RECEIVED : State.POSTED, entryId(), Optional.ofNullable(entryNumber),
                Instant.ofEpochMilli(receivedAt), receivedBy);
    }
}
