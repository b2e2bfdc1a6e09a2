package org.example.ticker;

import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.text.LocalizedText;

/** Notes each second that it ran, and on which node. */
@Component(service = Job.class)
public final class TickJob implements Job {

    private final Ticks ticks;

    @Activate
    public TickJob(@Reference(target = "(osgi.jndi.service.name=zaledje-ticker)") DataSource dataSource) {
        ticks = new Ticks(dataSource);
    }

    @Override
    public String id() {
        return "ticker.tick";
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim("Tick");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofSeconds(1));
    }

    @Override
    public void run(JobRun run) {
        run.inTransaction(() -> ticks.note(this, run));
    }
}
