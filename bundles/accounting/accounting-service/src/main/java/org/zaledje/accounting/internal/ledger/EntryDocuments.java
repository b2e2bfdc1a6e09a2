package org.zaledje.accounting.internal.ledger;

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

/** Journal entries may have documents. */
@Component(service = DocumentOwner.class)
public final class EntryDocuments extends BookDocuments<EntryRow> {

    @Activate
    public EntryDocuments(@Reference Bookkeeping bookkeeping, @Reference Callers callers) {
        super(bookkeeping, callers, EntryRow.class, AccountingPermissions.LEDGER_READ, Set.of(AccountingPermissions.ENTRY_POST));
    }

    @Override
    public String recordType() {
        return AccountingRecords.ENTRY;
    }

    @Override
    protected String name(EntryRow entry) {
        return entry.told();
    }

    @Override
    public Optional<String> page(String recordId) {
        return Optional.of("accounting/entries/" + recordId);
    }
}
