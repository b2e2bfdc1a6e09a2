package org.example.ticker;

import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.text.LocalizedText;

/** Writes until somebody cancels it. */
@Component(service = Job.class)
public final class LongJob implements Job {

    private final Ticks ticks;

    @Activate
    public LongJob(@Reference(target = "(osgi.jndi.service.name=zaledje-ticker)") DataSource dataSource) {
        ticks = new Ticks(dataSource);
    }

    @Override
    public String id() {
        return "ticker.long";
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim("Long work");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.byHand();
    }

    @Override
    public void run(JobRun run) {
        for (long done = 1; ; done++) {
            run.inTransaction(() -> ticks.note(this, run));
            run.progress(done, 0, "Row " + done);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
