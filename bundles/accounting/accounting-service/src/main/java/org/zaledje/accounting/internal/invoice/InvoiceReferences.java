package org.zaledje.accounting.internal.invoice;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.reference.Reference;
import org.zaledje.platform.reference.ReferenceSource;
import org.zaledje.platform.text.LocalizedText;

/** Received invoices as other functions refer to them: found by the beginning of their number. */
@Component
public final class InvoiceReferences implements ReferenceSource {

    private final ReceivedInvoices invoices;

    @Activate
    public InvoiceReferences(@org.osgi.service.component.annotations.Reference ReceivedInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public String type() {
        return AccountingRecords.INVOICE;
    }

    @Override
    public LocalizedText title() {
        return AccountingTexts.text("reference.invoice");
    }

    @Override
    public Optional<Reference> find(String id) {
        try {
            return invoices.find(UUID.fromString(id)).map(InvoiceReferences::reference);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public Page<Reference> search(String text, PageRequest page) {
        ListQuery all = ListQuery.of(page);
        ListQuery query = text.isEmpty() ? all : all.where(ListFilter.of("number", Comparison.PREFIX, text));
        return invoices.list(query).map(InvoiceReferences::reference);
    }

    private static Reference reference(ReceivedInvoice invoice) {
        return new Reference(new RecordRef(AccountingRecords.INVOICE, invoice.id().toString()),
                invoice.number() + " · " + invoice.sellerName(), "accounting/invoices/" + invoice.id());
    }
}
