package org.zaledje.accounting.internal.books;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.chart.ChartImport;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.transaction.Transactions;

/** Opens the books of the company that the current thread works for. A new company's are set up at the first use. */
@Component(service = Bookkeeping.class, immediate = true)
public final class Bookkeeping {

    private final CompanyData data;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Set<UUID> opened = ConcurrentHashMap.newKeySet();

    @Activate
    public Bookkeeping(@Reference(target = "(osgi.unit.name=accounting)") CompanyData data,
            @Reference Transactions transactions, @Reference AuditTrail audit) {
        this.data = data;
        this.transactions = transactions;
        this.audit = audit;
        inBooks(books -> books);
    }

    /** Does the work in one transaction; inside another one it takes part in that. What it throws rolls back. */
    public <R> R inBooks(Function<CompanyRows, R> work) {
        return data.in(books -> {
            UUID company = books.company().id();
            if (!opened.contains(company)) {
                open(books);
                opened.add(company);
            }
            return work.apply(books);
        });
    }

    /**
     * Sets the books up in a transaction of their own, so that they are there whatever becomes of this one. Nobody waits for
     * a lock of ours meanwhile: who has it may wait for a writer who wants it.
     */
    private void open(CompanyRows books) {
        if (ChartImport.isDone(books)) {
            return;
        }
        try {
            transactions.requiresNew(() -> data.in(own -> {
                if (!ChartImport.isDone(own)) {
                    ChartImport.into(own);
                    own.write();
                    audit.record(Change.created(new RecordRef("accounting.books", own.company().id().toString()),
                            "accounting.books.open", Map.of("company", own.company().name())));
                }
                return own;
            }));
        } catch (RuntimeException e) {
            // Another thread, or another node, that did the same at the same time was faster.
            if (!ChartImport.isDone(books)) {
                throw e;
            }
        }
    }
}
