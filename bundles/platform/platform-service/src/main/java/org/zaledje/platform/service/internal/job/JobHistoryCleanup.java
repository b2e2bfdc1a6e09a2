package org.zaledje.platform.service.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** Removes runs of jobs that nobody looks at any more. */
@Component
public final class JobHistoryCleanup implements Job {

    static final Duration KEPT = Duration.ofDays(90);
    static final int RUNS_KEPT_MAX = 1_000;

    private static final Texts TEXTS = Texts.beside(JobHistoryCleanup.class);

    private final JobTable table;
    private final Clock clock;

    @Activate
    public JobHistoryCleanup(@Reference Database database, @Reference Transactions transactions, @Reference Clock clock) {
        this.table = new JobTable(new Sql(database.pooled()), transactions);
        this.clock = clock;
    }

    @Override
    public String id() {
        return "jobs.history";
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("history.title");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobRun run) {
        List<JobRow> jobs = table.rows();
        long removed = 0;
        for (int i = 0; i < jobs.size(); i++) {
            run.checkpoint();
            removed += table.removeHistory(jobs.get(i).id(), clock.instant().minus(KEPT), RUNS_KEPT_MAX);
            run.progress(i + 1, jobs.size(), "");
        }
        run.log(removed + " runs removed");
    }
}
