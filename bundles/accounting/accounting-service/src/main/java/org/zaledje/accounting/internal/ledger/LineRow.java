package org.zaledje.accounting.internal.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.ledger.EntryLine;

/** A line of a posted entry. No column is ever updated. */
@Entity
@Table(name = "acc_entry_line")
public class LineRow {

    @EmbeddedId
    private LineKey key;

    @Column(name = "account", updatable = false)
    private String account;

    @Column(name = "debit", updatable = false)
    private BigDecimal debit;

    @Column(name = "credit", updatable = false)
    private BigDecimal credit;

    @Column(name = "description", updatable = false)
    private String description;

    protected LineRow() {
    }

    LineRow(LineKey key, EntryLine line) {
        this.key = key;
        this.account = line.account();
        this.debit = line.debit();
        this.credit = line.credit();
        this.description = line.description();
    }

    UUID entryId() {
        return key.entryId();
    }

    EntryLine line(Currency currency) {
        return new EntryLine(account, Money.scaled(debit, currency), Money.scaled(credit, currency), description);
    }
}
