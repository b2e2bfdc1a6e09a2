package org.zaledje.accounting.internal.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.number.RecordNumber;

/** A posted entry without its lines. No column is ever updated. */
@Entity
@Table(name = "acc_entry")
public class EntryRow {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "journal", updatable = false)
    private String journal;

    @Column(name = "entry_year", updatable = false)
    private int year;

    @Column(name = "entry_number", updatable = false)
    private int number;

    /** As people write it; null in rows from before the platform gave the numbers. */
    @Column(name = "number_text", updatable = false)
    private String numberText;

    @Column(name = "entry_date", updatable = false)
    private LocalDate date;

    @Column(name = "description", updatable = false)
    private String description;

    @Column(name = "total", updatable = false)
    private BigDecimal total;

    @Column(name = "posted_at_ms", updatable = false)
    private long postedAt;

    @Column(name = "posted_by", updatable = false)
    private String postedBy;

    protected EntryRow() {
    }

    EntryRow(UUID id, EntryDraft draft, RecordNumber number, BigDecimal total, Instant postedAt, String postedBy) {
        this.id = id;
        this.journal = draft.journal();
        this.year = draft.date().getYear();
        this.number = Math.toIntExact(number.number());
        this.numberText = number.text();
        this.date = draft.date();
        this.description = draft.description();
        this.total = total;
        this.postedAt = postedAt.toEpochMilli();
        this.postedBy = postedBy;
    }

    UUID id() {
        return id;
    }

    /** Whether the columns that entries are sorted and counted by say the same as the number that people read. */
    boolean isNumberedAsItSays() {
        return year == date.getYear() && (numberText == null || DIGITS.matcher(numberText).results()
                .anyMatch(digits -> new BigInteger(digits.group()).equals(BigInteger.valueOf(number))));
    }

    JournalEntry entry(List<EntryLine> lines, Currency currency) {
        return new JournalEntry(id, told(), date, journal, description, lines,
                Money.scaled(total, currency), Instant.ofEpochMilli(postedAt), postedBy);
    }

    /** The number that people read. */
    String told() {
        return numberText == null ? journal + "-" + year + "-" + number : numberText;
    }
}
