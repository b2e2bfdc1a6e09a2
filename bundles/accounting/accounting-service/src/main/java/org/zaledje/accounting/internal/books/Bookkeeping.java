package org.zaledje.accounting.internal.books;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.chart.ChartImport;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;

/** Opens the books of the company that the current thread works for. A new company's are set up at the first use. */
@Component(service = Bookkeeping.class, immediate = true)
public final class Bookkeeping {

    private final JpaTemplate jpa;
    private final Companies companies;
    private final Set<UUID> opened = ConcurrentHashMap.newKeySet();

    @Activate
    public Bookkeeping(@Reference(target = "(osgi.unit.name=accounting)") JpaTemplate jpa,
            @Reference Companies companies) {
        this.jpa = jpa;
        this.companies = companies;
        companies.all().forEach(this::open);
    }

    /** Does the work in one transaction; inside another one it takes part in that. What it throws rolls back. */
    public <R> R inBooks(Function<Books, R> work) {
        Company company = companies.current();
        if (!opened.contains(company.id())) {
            open(company);
        }
        return transaction(company, work);
    }

    private synchronized void open(Company company) {
        if (opened.contains(company.id())) {
            return;
        }
        transaction(company, books -> {
            ChartImport.intoEmpty(books);
            return company;
        });
        opened.add(company.id());
    }

    private <R> R transaction(Company company, Function<Books, R> work) {
        return jpa.txExpr(TransactionType.Required, manager -> work.apply(new Books(manager, company)));
    }
}
