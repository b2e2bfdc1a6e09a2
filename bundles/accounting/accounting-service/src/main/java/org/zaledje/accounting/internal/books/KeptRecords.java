package org.zaledje.accounting.internal.books;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Verification.Findings;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** What every verification of the books does: goes through all companies, and looks whether what was once kept is still there. */
@Component(service = KeptRecords.class)
public final class KeptRecords {

    /** How many records are read at once. */
    public static final int PAGE_ROWS = PageRequest.LIMIT_MAX;

    private final Bookkeeping bookkeeping;
    private final Companies companies;
    private final Callers callers;

    @Activate
    public KeptRecords(@Reference Bookkeeping bookkeeping, @Reference Companies companies, @Reference Callers callers) {
        this.bookkeeping = bookkeeping;
        this.companies = companies;
        this.callers = callers;
    }

    /** Does the work for each company, as the platform itself. */
    public void ofEachCompany(Consumer<Company> work) {
        for (Company company : companies.all()) {
            callers.runAs(Caller.system().in(company.id()), () -> work.accept(company));
        }
    }

    /**
     * Finds the records that the audit trail has a digest of and that are gone.
     *
     * @param type    their type in the audit trail
     * @param entity  the entity that holds them, whose id is that of the record
     * @param missing takes the id of each that is gone
     */
    public void missing(Company company, Findings findings, String type, Class<?> entity, Consumer<String> missing) {
        String after = "";
        List<String> kept;
        do {
            kept = findings.digestedAfter(company.id(), type, after, PAGE_ROWS);
            if (!kept.isEmpty()) {
                Set<UUID> there = there(entity, kept);
                kept.stream().filter(id -> !there.contains(UUID.fromString(id))).forEach(missing);
                after = kept.get(kept.size() - 1);
            }
        } while (kept.size() == PAGE_ROWS);
    }

    private Set<UUID> there(Class<?> entity, List<String> ids) {
        return bookkeeping.inBooks(books -> new HashSet<>(books.query(
                        "select r.id from " + entity.getSimpleName() + " r where r.id in :ids", UUID.class)
                .setParameter("ids", ids.stream().map(UUID::fromString).toList()).getResultList()));
    }
}
