package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.accounting.AccountingEvents;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.internal.books.UniqueViolations;
import org.zaledje.accounting.invoice.OriginalDocument;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Received invoices in the database. */
@Component
public final class ReceivedInvoicesService implements ReceivedInvoices {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedInvoicesService.class);
    private static final int RULES_TOLD_MAX = 50;
    private static final String MEDIA_TYPE = "application/xml";

    private static final KeysetList<InvoiceRow> LIST = KeysetList.of(InvoiceRow.class, INVOICES)
            .where("state", (states, parameter) -> states.stream()
                    .map(state -> state.equals(ReceivedInvoice.State.POSTED.name()) ? "r.entryId is not null" : "r.entryId is null")
                    .collect(Collectors.joining(" or ")));

    private final Bookkeeping bookkeeping;
    private final InvoiceChecks checks;
    private final InvoicePosting posting;
    private final InvoiceApproval approval;
    private final Callers callers;
    private final EventPublisher events;
    private final IdSource ids;
    private final Clock clock;
    private final AuditTrail trail;

    @Activate
    public ReceivedInvoicesService(@Reference Bookkeeping bookkeeping, @Reference InvoiceChecks checks,
            @Reference InvoicePosting posting, @Reference InvoiceApproval approval, @Reference Callers callers, @Reference EventPublisher events,
            @Reference IdSource ids, @Reference Clock clock, @Reference AuditTrail trail) {
        this.bookkeeping = bookkeeping;
        this.checks = checks;
        this.posting = posting;
        this.approval = approval;
        this.callers = callers;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    @Override
    public ReceivedInvoice submit(byte[] document) {
        Caller caller = callers.require(AccountingPermissions.INVOICE_SUBMIT);
        var content = valid(document, caller);
        InvoiceFacts facts = InvoiceReader.facts(content);
        InvoiceRow stored = store(facts, document, caller);
        return stored.invoice(InvoiceReader.lines(content));
    }

    /** What is refused leaves nothing in the database, so the log alone tells of it. */
    private InvoiceNode valid(byte[] document, Caller caller) {
        try {
            return checks.requireValid(document);
        } catch (ProblemException e) {
            LOG.info("An invoice of {} was refused: {} {}", caller.name(), e.code(),
                    e.violations().stream().map(Violation::rule).distinct().limit(RULES_TOLD_MAX).toList());
            throw e;
        }
    }

    @Override
    public Optional<ReceivedInvoice> find(UUID id) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return bookkeeping.inBooks(books -> books.find(InvoiceRow.class, id)
                .map(row -> row.invoice(InvoiceReader.lines(checks.read(content(books, id))))));
    }

    @Override
    public Page<ReceivedInvoice> list(ListQuery query) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return bookkeeping.inBooks(books -> LIST.page(books, query)).map(row -> row.invoice(List.of()));
    }

    @Override
    public Optional<OriginalDocument> original(UUID id) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return bookkeeping.inBooks(books -> books.find(InvoiceRow.class, id)
                .map(row -> new OriginalDocument(fileName(row.number()), MEDIA_TYPE, content(books, id))));
    }

    @Override
    public EntryDraft propose(UUID id) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return bookkeeping.inBooks(books -> posting.propose(books, id));
    }

    @Override
    public JournalEntry post(UUID id, EntryDraft draft) {
        Caller caller = callers.require(AccountingPermissions.INVOICE_POST);
        return bookkeeping.inBooks(books -> posting.post(books, id, draft, caller));
    }

    @Override
    public boolean lacksApproval(UUID id) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return bookkeeping.inBooks(books -> approval.refusal(books,
                books.find(InvoiceRow.class, id).orElseThrow(() -> InvoicePosting.notFound(id))).isPresent());
    }

    @Override
    public void requestApproval(UUID id) {
        callers.require(AccountingPermissions.INVOICE_SUBMIT);
        bookkeeping.inBooks(books -> {
            InvoiceRow row = books.lock(InvoiceRow.class, id).orElseThrow(() -> InvoicePosting.notFound(id));
            approval.request(books, row);
            return row;
        });
    }

    private InvoiceRow store(InvoiceFacts facts, byte[] document, Caller caller) {
        try {
            return bookkeeping.inBooks(books -> {
                refuseDuplicate(books, facts);
                return write(books, facts, document, caller);
            });
        } catch (RuntimeException e) {
            if (UniqueViolations.isCauseOf(e)) {
                // the same invoice has been stored by somebody else in the meantime
                bookkeeping.inBooks(books -> {
                    refuseDuplicate(books, facts);
                    return facts;
                });
            }
            throw e;
        }
    }

    private InvoiceRow write(CompanyRows books, InvoiceFacts facts, byte[] document, Caller caller) {
        UUID id = ids.next();
        InvoiceRow row = new InvoiceRow(id, facts, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name());
        books.add(row);
        books.write();
        books.add(new OriginalRow(id, document));
        books.write();
        trail.record(Change.created(new RecordRef(InvoicePosting.AUDIT_TYPE, row.id().toString()),
                AccountingPermissions.INVOICE_SUBMIT, Map.of("number", facts.number(), "supplier", facts.sellerName(),
                        "payable", facts.payableAmount().toPlainString() + " " + facts.currency().getCurrencyCode()))
                .withDigest(row.digest(document)));
        events.publish(AccountingEvents.INVOICE_RECEIVED, row.id(), Map.of(
                "number", facts.number(), "kind", facts.kind().name(), "sellerId", facts.sellerId()));
        approval.received(books, row);
        return row;
    }

    private static void refuseDuplicate(CompanyRows books, InvoiceFacts facts) {
        books.query("select i.id from InvoiceRow i where i.sellerId = :seller"
                        + " and i.number = :number and i.kind = :kind", UUID.class)
                .setParameter("seller", facts.sellerId())
                .setParameter("number", facts.number())
                .setParameter("kind", facts.kind().name())
                .getResultStream().findFirst()
                .ifPresent(first -> {
                    throw ProblemException.of(Kind.CONFLICT, "accounting.invoice.duplicate",
                            text("accounting.invoice.duplicate", facts.number(), facts.sellerName(), first.toString()))
                            .with("invoiceId", first.toString());
                });
    }

    private static byte[] content(CompanyRows books, UUID id) {
        return OriginalRow.of(books, id).content();
    }

    private static String fileName(String number) {
        return number.replaceAll("[^A-Za-z0-9._-]", "_") + ".xml";
    }
}
