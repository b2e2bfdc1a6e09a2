package org.zaledje.accounting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.aries.jpa.template.JpaTemplate;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.internal.books.KeptRecords;
import org.zaledje.accounting.internal.chart.AccountExchange;
import org.zaledje.accounting.internal.chart.ChartService;
import org.zaledje.accounting.internal.invoice.InvoiceApproval;
import org.zaledje.accounting.internal.invoice.InvoiceChecks;
import org.zaledje.accounting.internal.invoice.InvoicePosting;
import org.zaledje.accounting.internal.invoice.InvoiceVerification;
import org.zaledje.accounting.internal.invoice.ReceivedInvoicesService;
import org.zaledje.accounting.internal.ledger.EntryExchange;
import org.zaledje.accounting.internal.ledger.EntryPosting;
import org.zaledje.accounting.internal.ledger.LedgerService;
import org.zaledje.accounting.internal.ledger.LedgerVerification;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.en16931.InvoiceRules;
import org.zaledje.en16931.internal.SaxonInvoiceRules;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.number.StoredNumbers;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/** The whole function on a real database, wired as in the container. */
public final class TestAccounting implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-10-25T01:30:00.123Z");

    /** Compiled once for all tests. */
    private static final InvoiceRules RULES = new SaxonInvoiceRules();

    public final TestCallers callers = new TestCallers();
    public final TestCompanies companies = new TestCompanies();
    public final TestApprovals procedures = new TestApprovals();
    public final RecordedEvents events = new RecordedEvents();
    public final TestDatabase database;
    public final IdSource ids;
    public final List<ExchangeFormat<?>> formats;
    public final JpaTemplate jpa;
    public final Bookkeeping bookkeeping;
    public final Ledger ledger;
    public final ChartOfAccounts chart;
    public final InvoiceChecks checks;
    public final ReceivedInvoices invoices;
    public final LedgerVerification verification;
    public final InvoiceVerification invoiceVerification;

    /** What the audit trail was told, in order. */
    public final List<Change> changes = new CopyOnWriteArrayList<>();

    /** What the audit trail was told of books that were opened. */
    public final List<Change> openings = new CopyOnWriteArrayList<>();

    public TestAccounting(Engine engine) {
        database = engine.create().migrate("db/platform/changelog.xml").migrate("db/accounting/changelog.xml");
        jpa = database.jpa("accounting");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ids = increasingIds();
        bookkeeping = new Bookkeeping(database.data(jpa, companies), new TestTransactions(jpa), openings::add);
        EntryPosting posting = new EntryPosting(ids, clock, changes::add, events,
                StoredNumbers.over(new TestTransactions(jpa), database.sharedWith(jpa), database.dataSource()));
        ledger = new LedgerService(bookkeeping, posting, callers);
        KeptRecords records = new KeptRecords(bookkeeping, companies, callers);
        verification = new LedgerVerification(bookkeeping, records);
        invoiceVerification = new InvoiceVerification(bookkeeping, records);
        chart = new ChartService(bookkeeping, callers);
        formats = List.of(new EntryExchange(ledger, posting, bookkeeping, callers), new AccountExchange(chart, bookkeeping, changes::add));
        checks = new InvoiceChecks(RULES, callers);
        InvoiceApproval approval = new InvoiceApproval(procedures, TestRates.of("DKK", "0.13"));
        invoices = new ReceivedInvoicesService(bookkeeping, checks, new InvoicePosting(posting, approval, changes::add, events),
                approval, callers, events, ids, clock, changes::add);
    }

    /** A document of the standard's publisher. */
    public static byte[] document(String name) {
        try (InputStream in = TestAccounting.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String documentText(String name) {
        return new String(document(name), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
    }

    private static IdSource increasingIds() {
        AtomicLong last = new AtomicLong();
        return () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + last.incrementAndGet());
    }
}
