package org.zaledje.accounting.invoice;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** The invoices that the current company has received. Thread-safe. */
@ProviderType
public interface ReceivedInvoices {

    /** What can be asked of the list of invoices; the latest received come first. */
    ListSchema INVOICES = ListSchema.of("accounting.invoices", "-id")
            .with(ListField.of("number", FieldType.TEXT).equal().prefix().sorted())
            .with(ListField.of("sellerName", FieldType.TEXT).prefix().contains().sorted())
            .with(ListField.of("sellerId", FieldType.TEXT).equal())
            .with(ListField.choice("kind", ReceivedInvoice.Kind.class))
            .with(ListField.of("issueDate", FieldType.DATE).equal().range().sorted())
            .with(ListField.of("dueDate", FieldType.DATE).equal().range().sorted().orNone())
            .with(ListField.of("totalAmount", FieldType.DECIMAL).range().sorted())
            .with(ListField.of("currency", FieldType.TEXT).equal())
            .with(ListField.choice("state", ReceivedInvoice.State.class))
            .with(ListField.of("receivedAt", FieldType.MOMENT).range().sorted());

    /**
     * Checks and stores a supplier's invoice with its original. When the method returns, both are durable. Needs
     * {@code accounting.invoice.submit}.
     *
     * @param document UBL 2.1 Invoice or CreditNote, or UN/CEFACT Cross Industry Invoice, as sent
     * @return the stored invoice
     * @throws org.zaledje.platform.problem.ProblemException as {@link InvoiceValidation#validate(byte[])}; RULES_BROKEN
     *         ({@code accounting.invoice.rules-broken}) with every violation when it breaks the schema or a rule; CONFLICT
     *         ({@code accounting.invoice.duplicate}, member {@code invoiceId}) when this seller's invoice of this number and
     *         kind has been received before
     */
    ReceivedInvoice submit(byte[] document);

    /** The invoice with this id with its lines, or empty. Needs {@code accounting.invoice.read}. */
    Optional<ReceivedInvoice> find(UUID id);

    /** Received invoices without their lines, latest received first. Needs {@code accounting.invoice.read}. */
    default Page<ReceivedInvoice> list(PageRequest request) {
        return list(ListQuery.of(request));
    }

    /** Received invoices without their lines, as {@link #INVOICES} offers them. Needs {@code accounting.invoice.read}. */
    Page<ReceivedInvoice> list(ListQuery query);

    /** The file that was sent, or empty when there is no such invoice. Needs {@code accounting.invoice.read}. */
    Optional<OriginalDocument> original(UUID id);

    /**
     * How the invoice would be posted: the accounts that its seller's last posted invoice had, else the usual ones. For an
     * invoice in another currency than the company's the amounts are zero, to be filled in. Needs
     * {@code accounting.invoice.read}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND
     */
    EntryDraft propose(UUID id);

    /**
     * Whether the invoice can't be posted yet because the company's procedure asks for an approval that it lacks. Needs
     * {@code accounting.invoice.read}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND
     */
    boolean lacksApproval(UUID id);

    /**
     * Sends the invoice to those who approve invoices, or once more when they gave it back. An invoice that the company's
     * procedure asks to be approved is sent when it is received; this is for those that were received before, were rejected,
     * or were given back. Needs {@code accounting.invoice.submit}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND; CONFLICT ({@code procedure.under-way}), or
     *         ({@code accounting.invoice.approved}) when it is approved or posted; FORBIDDEN when it was given back to
     *         somebody else
     */
    void requestApproval(UUID id);

    /**
     * Posts the invoice with this entry, once. Needs {@code accounting.invoice.post}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND; CONFLICT ({@code accounting.invoice.already-posted},
     *         member {@code entryId}), ({@code accounting.invoice.not-approved}, {@code accounting.invoice.under-approval},
     *         {@code accounting.invoice.turned-down}) when the company's procedure asks for an approval that it lacks; RULES_BROKEN as {@link org.zaledje.accounting.ledger.Ledger#post(EntryDraft)}
     */
    JournalEntry post(UUID id, EntryDraft draft);
}
