package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.internal.books.KeptRecords;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.platform.company.Company;

/** Proves that invoices and their originals are as they were received and posted, and that none is gone. */
@Component
public final class InvoiceVerification implements Verification {

    private static final String INVOICES = "acc_invoice";
    private static final String TYPE = InvoicePosting.AUDIT_TYPE;

    private final Bookkeeping bookkeeping;
    private final KeptRecords records;

    @Activate
    public InvoiceVerification(@Reference Bookkeeping bookkeeping, @Reference KeptRecords records) {
        this.bookkeeping = bookkeeping;
        this.records = records;
    }

    @Override
    public String name() {
        return "accounting.invoices";
    }

    @Override
    public void verify(Findings findings) {
        records.ofEachCompany(company -> {
            verifyInvoices(company, findings);
            records.missing(company, findings, TYPE, InvoiceRow.class,
                    id -> found(findings, id, "accounting.verify.invoice-deleted"));
        });
    }

    private void verifyInvoices(Company company, Findings findings) {
        UUID after = new UUID(0, 0);
        List<UUID> ids;
        do {
            ids = idsAfter(after);
            Map<String, String> digests = findings.digests(company.id(), TYPE, ids.stream().map(UUID::toString).toList());
            ids.forEach(id -> verify(company, id, Optional.ofNullable(digests.get(id.toString())), findings));
            findings.read(2L * ids.size());
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == KeptRecords.PAGE_ROWS);
    }

    private List<UUID> idsAfter(UUID after) {
        return bookkeeping.inBooks(books -> books.query("select i.id from InvoiceRow i where i.id > :after order by i.id",
                UUID.class).setParameter("after", after).setMaxResults(KeptRecords.PAGE_ROWS).getResultList());
    }

    /** One at a time, for an original can be large. */
    private void verify(Company company, UUID id, Optional<String> digest, Findings findings) {
        if (digest.isEmpty()) {
            found(findings, id.toString(), "accounting.verify.invoice-without-audit");
            return;
        }
        String stored = bookkeeping.inBooks(books -> books.find(InvoiceRow.class, id)
                .map(row -> row.digest(books.find(OriginalRow.class, id).map(OriginalRow::content).orElse(new byte[0])))
                .orElse(""));
        if (stored.equals(digest.get())) {
            return;
        }
        // One that was posted between the two readings has another digest now.
        Optional<String> present =
                Optional.ofNullable(findings.digests(company.id(), TYPE, List.of(id.toString())).get(id.toString()));
        if (present.equals(digest)) {
            found(findings, id.toString(), "accounting.verify.invoice-altered");
        } else {
            verify(company, id, present, findings);
        }
    }

    private static void found(Findings findings, String id, String code) {
        findings.found(new Finding(INVOICES, id, code, text(code, id)));
    }
}
