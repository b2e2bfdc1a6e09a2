package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Proves that invoices and their originals are as they were received and posted, and that none is gone. */
@Component
public final class InvoiceVerification implements Verification {

    private static final String INVOICES = "acc_invoice";
    private static final String TYPE = InvoicePosting.AUDIT_TYPE;
    private static final int PAGE_ROWS = PageRequest.LIMIT_MAX;

    private final Bookkeeping bookkeeping;
    private final Companies companies;
    private final Callers callers;

    @Activate
    public InvoiceVerification(@Reference Bookkeeping bookkeeping, @Reference Companies companies,
            @Reference Callers callers) {
        this.bookkeeping = bookkeeping;
        this.companies = companies;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "accounting.invoices";
    }

    @Override
    public void verify(Findings findings) {
        for (Company company : companies.all()) {
            callers.runAs(Caller.system().in(company.id()), () -> {
                verifyInvoices(company, findings);
                verifyThatAllAreThere(company, findings);
            });
        }
    }

    private void verifyInvoices(Company company, Findings findings) {
        UUID after = new UUID(0, 0);
        List<UUID> ids;
        do {
            ids = idsAfter(after);
            Map<String, String> digests = findings.digests(company.id(), TYPE, ids.stream().map(UUID::toString).toList());
            ids.forEach(id -> verify(id, Optional.ofNullable(digests.get(id.toString())), findings));
            findings.read(2L * ids.size());
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == PAGE_ROWS);
    }

    private List<UUID> idsAfter(UUID after) {
        return bookkeeping.inBooks(books -> books.query("select i.id from InvoiceRow i where i.id > :after order by i.id",
                UUID.class).setParameter("after", after).setMaxResults(PAGE_ROWS).getResultList());
    }

    /** One at a time, for an original can be large. */
    private void verify(UUID id, Optional<String> digest, Findings findings) {
        if (digest.isEmpty()) {
            found(findings, id.toString(), "accounting.verify.invoice-without-audit");
            return;
        }
        String stored = bookkeeping.inBooks(books -> books.find(InvoiceRow.class, id)
                .map(row -> row.digest(books.find(OriginalRow.class, id).map(OriginalRow::content).orElse(new byte[0])))
                .orElse(""));
        if (!stored.equals(digest.get())) {
            found(findings, id.toString(), "accounting.verify.invoice-altered");
        }
    }

    private void verifyThatAllAreThere(Company company, Findings findings) {
        String after = "";
        List<String> received;
        do {
            received = findings.digestedAfter(company.id(), TYPE, after, PAGE_ROWS);
            if (!received.isEmpty()) {
                Set<UUID> there = existing(received);
                received.stream().filter(id -> !there.contains(UUID.fromString(id)))
                        .forEach(id -> found(findings, id, "accounting.verify.invoice-deleted"));
                after = received.get(received.size() - 1);
            }
        } while (received.size() == PAGE_ROWS);
    }

    private Set<UUID> existing(List<String> ids) {
        return bookkeeping.inBooks(books -> new HashSet<>(books.query("select i.id from InvoiceRow i where i.id in :ids", UUID.class)
                .setParameter("ids", ids.stream().map(UUID::fromString).toList()).getResultList()));
    }

    private static void found(Findings findings, String id, String code) {
        findings.found(new Finding(INVOICES, id, code, text(code, id)));
    }
}
