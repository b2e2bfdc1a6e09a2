package org.zaledje.platform.document.internal;

import static org.zaledje.platform.document.internal.DocumentTexts.TEXTS;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.document.internal.store.FileStore;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** Destroys what has been in the bin for long enough, and removes files that no document has. */
@Component
public final class Upkeep implements Job {

    private static final int DOCUMENTS_A_TRANSACTION = 100;

    private final CompanyData data;
    private final Companies companies;
    private final Callers callers;
    private final FileStore files;
    private final Clock clock;
    private final AuditTrail audit;

    @Activate
    public Upkeep(@Reference(target = "(osgi.unit.name=document)") CompanyData data, @Reference Companies companies,
            @Reference Callers callers, @Reference FileStore files, @Reference Clock clock, @Reference AuditTrail audit) {
        this.data = data;
        this.companies = companies;
        this.callers = callers;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public String id() {
        return "documents.upkeep";
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("upkeep");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(6));
    }

    @Override
    public void run(JobRun run) throws IOException {
        for (Company company : companies.all()) {
            run.checkpoint();
            callers.runAs(Caller.system().in(company.id()), () -> {
                while (destroy() == DOCUMENTS_A_TRANSACTION) {
                    run.checkpoint();
                }
            });
        }
        run.log(sweep() + " files removed");
    }

    /** Removes files that no document of any company has; how many. */
    int sweep() throws IOException {
        return files.sweep(this::isNamed);
    }

    /** Destroys some documents of the current company; how many. */
    int destroy() {
        Timestamp since = Timestamp.from(clock.instant().minus(Duration.ofDays(Documents.BIN_DAYS)));
        // One day later than here, so that the day is over in every time zone.
        LocalDate today = LocalDate.now(clock).minusDays(1);
        return data.in(rows -> {
            List<UUID> due = rows.query("select d.id from DocumentRow d where d.deletedAt < :since"
                    + " and (d.retainedUntil is null or d.retainedUntil < :today) order by d.deletedAt", UUID.class)
                    .setParameter("since", since).setParameter("today", today)
                    .setMaxResults(DOCUMENTS_A_TRANSACTION).getResultList();
            due.forEach(id -> rows.lock(DocumentRow.class, id).filter(row -> isDue(row, today))
                    .ifPresent(row -> destroy(rows, row)));
            return due.size();
        });
    }

    private static boolean isDue(DocumentRow row, LocalDate today) {
        return row.isDeleted() && row.retainedUntil().filter(until -> !until.isBefore(today)).isEmpty();
    }

    private void destroy(CompanyRows rows, DocumentRow row) {
        rows.query("select v from VersionRow v where v.document = :document", VersionRow.class)
                .setParameter("document", row.id()).getResultList().forEach(version -> {
                    files.touch(version.sha256());
                    rows.remove(version);
                });
        rows.write();
        rows.remove(row);
        audit.record(new Change(row.record(), "documents.document.destroy", Map.of("title", row.title()), Map.of()));
    }

    private boolean isNamed(String sha256) {
        AtomicBoolean named = new AtomicBoolean();
        for (Company company : companies.all()) {
            callers.runAs(Caller.system().in(company.id()), () -> named.compareAndSet(false, data.in(rows -> !rows.query(
                    "select v.id from VersionRow v where v.sha256 = :sha256", UUID.class)
                    .setParameter("sha256", sha256).setMaxResults(1).getResultList().isEmpty())));
        }
        return named.get();
    }
}
