package org.zaledje.accounting.internal.books;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.chart.ChartImport;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;

/** Opens the books of the company that the current thread works for. A new company's are set up at the first use. */
@Component(service = Bookkeeping.class, immediate = true)
public final class Bookkeeping {

    private final CompanyData data;
    private final Set<UUID> opened = ConcurrentHashMap.newKeySet();

    @Activate
    public Bookkeeping(@Reference(target = "(osgi.unit.name=accounting)") CompanyData data) {
        this.data = data;
        open();
    }

    /** Does the work in one transaction; inside another one it takes part in that. What it throws rolls back. */
    public <R> R inBooks(Function<CompanyRows, R> work) {
        return data.in(books -> {
            if (!opened.contains(books.company().id())) {
                open();
            }
            return work.apply(books);
        });
    }

    /** Books count as open when they are found so: those that this transaction sets up may yet be rolled back. */
    private synchronized void open() {
        data.in(books -> {
            if (ChartImport.isDone(books)) {
                opened.add(books.company().id());
            } else {
                ChartImport.into(books);
            }
            return books;
        });
    }
}
