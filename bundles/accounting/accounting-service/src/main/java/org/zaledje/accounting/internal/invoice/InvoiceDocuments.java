package org.zaledje.accounting.internal.invoice;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.internal.books.BookDocuments;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.platform.document.DocumentOwner;
import org.zaledje.platform.security.Callers;

/** Received invoices may have documents. */
@Component(service = DocumentOwner.class)
public final class InvoiceDocuments extends BookDocuments<InvoiceRow> {

    @Activate
    public InvoiceDocuments(@Reference Bookkeeping bookkeeping, @Reference Callers callers) {
        super(bookkeeping, callers, InvoiceRow.class, AccountingPermissions.INVOICE_READ,
                Set.of(AccountingPermissions.INVOICE_SUBMIT, AccountingPermissions.INVOICE_POST));
    }

    @Override
    public String recordType() {
        return AccountingRecords.INVOICE;
    }

    @Override
    protected String name(InvoiceRow invoice) {
        return invoice.number();
    }

    @Override
    public Optional<String> page(String recordId) {
        return Optional.of("accounting/invoices/" + recordId);
    }
}
