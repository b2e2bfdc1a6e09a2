package org.zaledje.platform.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.internal.store.ImportRow;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** Removes files that were handed in and have had their time, of every company, whether they were imported or not. */
@Component
public final class ForgottenImports implements Job {

    private final ImportStore store;
    private final Companies companies;
    private final Callers callers;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public ForgottenImports(@Reference ImportStore store, @Reference Companies companies, @Reference Callers callers,
            @Reference Jobs jobs, @Reference Clock clock) {
        this.store = store;
        this.companies = companies;
        this.callers = callers;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "exchange.forget";
    }

    @Override
    public LocalizedText title() {
        return ExchangeTexts.text("job.forget");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobRun run) {
        for (Company company : companies.all()) {
            callers.runAs(Caller.system().in(company.id()), () -> forget(run));
        }
    }

    private void forget(JobRun run) {
        List<ImportRow> old = store.handedInBefore(clock.instant().minus(Duration.ofHours(Exchanges.KEPT_HOURS)));
        for (ImportRow each : old) {
            run.checkpoint();
            if (!isStillToBeRead(each)) {
                store.remove(each.id());
                run.log(each.id() + " removed");
            }
        }
    }

    /** An import that waits for its turn, or for its function to return, needs its file. */
    private boolean isStillToBeRead(ImportRow row) {
        return row.state() == ImportState.RUNNING && row.run().flatMap(jobs::run).map(JobRunInfo::state)
                .filter(state -> !state.ended() || state == RunState.INTERRUPTED).isPresent();
    }
}
