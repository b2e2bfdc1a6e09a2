package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** Makes overdue tasks also those people's whom their step names for that. */
@Component
public final class Escalation implements Job {

    private static final int TASKS_A_TRANSACTION = 200;

    private final CompanyData data;
    private final Companies companies;
    private final Callers callers;
    private final Runs runs;
    private final AuditTrail audit;
    private final InboxSignals signals;

    @Activate
    public Escalation(@Reference(target = "(osgi.unit.name=procedure)") CompanyData data, @Reference Companies companies,
            @Reference Callers callers, @Reference Runs runs, @Reference AuditTrail audit, @Reference InboxSignals signals) {
        this.data = data;
        this.companies = companies;
        this.callers = callers;
        this.runs = runs;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public String id() {
        return "procedures.escalation";
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("escalation");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        for (Company company : companies.all()) {
            callers.runAs(Caller.system().in(company.id()), () -> {
                while (escalate() == TASKS_A_TRANSACTION) {
                    // More of them are overdue.
                }
            });
        }
    }

    /** Escalates some; how many were found. */
    int escalate() {
        return data.in(rows -> {
            List<UUID> overdue = rows.query("select t.id from TaskRow t where t.escalateAt <= :now order by t.run, t.id", UUID.class)
                    .setParameter("now", Timestamp.from(runs.now())).setMaxResults(TASKS_A_TRANSACTION).getResultList();
            overdue.forEach(id -> Runs.lockOpen(rows, id).map(Runs.Locked::task).filter(TaskRow::isEscalating).ifPresent(task -> {
                List<Candidate> more = task.escalate();
                more.forEach(candidate -> rows.add(new CandidateRow(candidate, id)));
                audit.record(Change.created(task.record(), "procedures.task.escalate",
                        Map.of("step", task.step(), "candidates", Candidates.write(more))));
            }));
            if (!overdue.isEmpty()) {
                rows.write();
                signals.changed(rows.company().id());
            }
            return overdue.size();
        });
    }
}
