package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingEvents;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.internal.ledger.Entries;
import org.zaledje.accounting.internal.ledger.EntryPosting;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;

/** Brings received invoices into the ledger, inside a transaction of its caller, who has checked the permission. */
@Component(service = InvoicePosting.class)
public final class InvoicePosting {

    /** Type of invoices in the audit trail. */
    static final String AUDIT_TYPE = AccountingRecords.INVOICE;

    private final EntryPosting entries;
    private final InvoiceApproval approval;
    private final AuditTrail trail;
    private final EventPublisher events;

    @Activate
    public InvoicePosting(@Reference EntryPosting entries, @Reference InvoiceApproval approval, @Reference AuditTrail trail,
            @Reference EventPublisher events) {
        this.entries = entries;
        this.approval = approval;
        this.trail = trail;
        this.events = events;
    }

    EntryDraft propose(CompanyRows books, UUID id) {
        InvoiceRow row = books.find(InvoiceRow.class, id).orElseThrow(() -> notFound(id));
        AccountChoice choice = lastChoice(books, row.sellerId());
        ReceivedInvoice invoice = row.invoice(List.of());
        Currency ofBooks = books.company().currency();
        return invoice.currency().equals(ofBooks) ? choice.entry(invoice) : choice.entryWithoutAmounts(invoice, ofBooks);
    }

    JournalEntry post(CompanyRows books, UUID id, EntryDraft draft, Caller poster) {
        InvoiceRow row = books.lock(InvoiceRow.class, id).orElseThrow(() -> notFound(id));
        row.entryId().ifPresent(entry -> {
            throw ProblemException.of(Kind.CONFLICT, "accounting.invoice.already-posted",
                    text("accounting.invoice.already-posted", entry.toString())).with("entryId", entry.toString());
        });
        approval.require(books, row);
        JournalEntry entry = entries.post(books, draft, poster);
        row.posted(entry);
        books.write();
        trail.record(new Change(new RecordRef(AUDIT_TYPE, id.toString()), AccountingPermissions.INVOICE_POST,
                Map.of(), Map.of("entry", entry.number()))
                .withDigest(row.digest(OriginalRow.of(books, id).content())));
        events.publish(AccountingEvents.INVOICE_ACCEPTED, id,
                Map.of("entryId", entry.id().toString(), "entryNumber", entry.number()));
        return entry;
    }

    private static AccountChoice lastChoice(CompanyRows books, String sellerId) {
        return books.query("select i from InvoiceRow i where i.sellerId = :seller"
                        + " and i.entryNumber is not null order by i.id desc", InvoiceRow.class)
                .setParameter("seller", sellerId)
                .setMaxResults(1)
                .getResultStream().findFirst()
                .flatMap(last -> last.entryId()
                        .flatMap(entry -> Entries.find(books, entry))
                        .map(entry -> AccountChoice.of(entry, last.kind())))
                .orElse(AccountChoice.USUAL);
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(Kind.NOT_FOUND, "accounting.invoice.not-found",
                text("accounting.invoice.not-found", id.toString()));
    }
}
