package org.zaledje.accounting.internal.ledger;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/**
 * Journal entries as a table, a line of an entry a row. Rows that follow each other and have the same entry belong
 * together; an entry that is imported gets a new number.
 */
@Component(service = ExchangeFormat.class)
public final class EntryExchange implements ExchangeFormat<JournalEntry> {

    static final String ENTRY = "entry";
    static final String DATE = "date";
    static final String JOURNAL = "journal";
    static final String DESCRIPTION = "description";
    static final String ACCOUNT = "account";
    static final String DEBIT = "debit";
    static final String CREDIT = "credit";
    static final String LINE_DESCRIPTION = "lineDescription";

    private static final List<ExchangeColumn> COLUMNS = List.of(
            ExchangeColumn.of(ENTRY, text("column.entry"), FieldType.TEXT, "GEN-2026-1").always(),
            ExchangeColumn.of(DATE, text("column.entry.date"), FieldType.DATE, LocalDate.of(2026, 1, 31)).always(),
            ExchangeColumn.of(JOURNAL, text("column.entry.journal"), FieldType.TEXT, Ledger.GENERAL_JOURNAL).always(),
            ExchangeColumn.of(DESCRIPTION, text("column.entry.description"), FieldType.TEXT, "Consulting, January").always(),
            ExchangeColumn.of(ACCOUNT, text("column.entry.account"), FieldType.TEXT, "120000").always(),
            ExchangeColumn.of(DEBIT, text("column.entry.debit"), FieldType.DECIMAL, new BigDecimal("122.00")),
            ExchangeColumn.of(CREDIT, text("column.entry.credit"), FieldType.DECIMAL, new BigDecimal("0.00")),
            ExchangeColumn.of(LINE_DESCRIPTION, text("column.entry.line-description"), FieldType.TEXT, "Invoice 12"));

    private final Ledger ledger;
    private final EntryPosting posting;
    private final Bookkeeping bookkeeping;
    private final Callers callers;

    @Activate
    public EntryExchange(@Reference Ledger ledger, @Reference EntryPosting posting, @Reference Bookkeeping bookkeeping,
            @Reference Callers callers) {
        this.ledger = ledger;
        this.posting = posting;
        this.bookkeeping = bookkeeping;
        this.callers = callers;
    }

    @Override
    public String id() {
        return Ledger.ENTRIES.name();
    }

    @Override
    public LocalizedText title() {
        return text("exchange.entries");
    }

    @Override
    public List<ExchangeColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListSchema list() {
        return Ledger.ENTRIES;
    }

    @Override
    public String exportPermission() {
        return AccountingPermissions.LEDGER_READ;
    }

    @Override
    public Page<JournalEntry> page(ListQuery query) {
        return ledger.entries(query);
    }

    @Override
    public List<ExchangeRow> rows(JournalEntry entry) {
        ExchangeRow head = ExchangeRow.empty().with(ENTRY, entry.number()).with(DATE, entry.date())
                .with(JOURNAL, entry.journal()).with(DESCRIPTION, entry.description());
        return entry.lines().stream().map(line -> row(head, line)).toList();
    }

    private static ExchangeRow row(ExchangeRow head, EntryLine line) {
        return head.with(ACCOUNT, line.account()).with(DEBIT, line.debit()).with(CREDIT, line.credit())
                .with(LINE_DESCRIPTION, line.description().isEmpty() ? null : line.description());
    }

    @Override
    public Optional<String> importPermission() {
        return Optional.of(AccountingPermissions.ENTRY_POST);
    }

    @Override
    public Optional<String> recordColumn() {
        return Optional.of(ENTRY);
    }

    @Override
    public ImportRun begin() {
        return new EntryImport(bookkeeping, posting, callers.require(AccountingPermissions.ENTRY_POST));
    }
}
