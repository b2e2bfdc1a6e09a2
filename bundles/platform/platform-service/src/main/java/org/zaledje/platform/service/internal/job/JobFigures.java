package org.zaledje.platform.service.internal.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.metrics.Metrics;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.text.Texts;

/** What the jobs do and how they ended, for who watches the platform. */
@Component
public final class JobFigures implements MetricSource, HealthCheck {

    private static final Texts TEXTS = Texts.beside(JobFigures.class);
    private static final int JOBS_MAX = 1_000;
    private static final String LAST = "select job_id, max(ended_at) as at from sys_job_run where state = ? group by job_id"
            + " order by job_id fetch first ? rows only";

    private final Sql sql;
    private final JobScheduler scheduler;

    @Activate
    public JobFigures(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference JobScheduler scheduler, @Reference Metrics metrics) {
        this.sql = new Sql(dataSource);
        this.scheduler = scheduler;
        scheduler.observe((job, state, took) -> metrics.time("zaledje_job_run_seconds",
                Map.of("job", job, "state", state.name().toLowerCase(Locale.ROOT)), took));
    }

    private record Ended(String job, Instant at) {
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> found = new ArrayList<>();
        found.add(Measurement.gauge("zaledje_jobs_running", "Runs under way on this node", Map.of(), scheduler.running()));
        ended(RunState.SUCCEEDED).forEach(last -> found.add(moment("zaledje_job_last_success_timestamp_seconds",
                "When a job last succeeded", last)));
        ended(RunState.FAILED).forEach(last -> found.add(moment("zaledje_job_last_failure_timestamp_seconds",
                "When a job last failed", last)));
        return found;
    }

    private List<Ended> ended(RunState state) {
        return sql.list(LAST, row -> new Ended(row.getString("job_id"), Sql.moment(row, "at").orElse(Instant.EPOCH)),
                state.name(), JOBS_MAX);
    }

    private static Measurement moment(String name, String help, Ended last) {
        return Measurement.gauge(name, help, Map.of("job", last.job()), last.at().toEpochMilli() / 1000.0);
    }

    @Override
    public String name() {
        return "jobs";
    }

    /** Warns of those that have failed and not succeeded since. */
    @Override
    public Health check() {
        Map<String, Instant> succeeded = ended(RunState.SUCCEEDED).stream().collect(Collectors.toMap(Ended::job, Ended::at));
        String failed = ended(RunState.FAILED).stream()
                .filter(last -> last.at().isAfter(succeeded.getOrDefault(last.job(), Instant.EPOCH)))
                .map(Ended::job).collect(Collectors.joining(", "));
        return failed.isEmpty() ? Health.up() : Health.warning(TEXTS.text("health.failed", failed));
    }
}
