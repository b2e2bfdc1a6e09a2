package org.zaledje.platform.shell.internal.jobs;

import java.util.Map;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Shows jobs and their runs, starts jobs, cancels runs. */
@Service
@Command(scope = "zaledje", name = "jobs", description = "Shows jobs and their runs, starts and cancels them")
public class JobsCommand extends PlatformCommand {

    private static final int HISTORY_ROWS = 50;

    @Argument(index = 0, name = "action", description = "list, run, cancel, history or log")
    @Completion(value = StringsCompleter.class, values = {"list", "run", "cancel", "history", "log"})
    String action = "list";

    @Argument(index = 1, name = "id", description = "A job's id for run and history; a run's id for cancel and log")
    @Completion(JobIds.class)
    String id;

    @Reference
    Jobs jobs;

    @Override
    protected void run() throws CommandProblem {
        switch (action) {
            case "list" -> show(jobListing(), jobs.list());
            case "run" -> start(needed(id, "job.missing", action));
            case "cancel" -> cancel(runId());
            case "history" -> show(runListing(),
                    jobs.history(needed(id, "job.missing", action), PageRequest.first(HISTORY_ROWS)).items());
            case "log" -> show(Listing.<String>of("log").column("line", line -> line), jobs.log(runId()));
            default -> throw problem("action.unknown", action);
        }
    }

    private void start(String job) {
        UUID run = jobs.start(job, Map.of());
        tell(Map.of("run", run), "started", job, run.toString());
    }

    private void cancel(UUID run) {
        jobs.cancel(run);
        tell(Map.of("run", run), "cancelled", run.toString());
    }

    private UUID runId() throws CommandProblem {
        try {
            return UUID.fromString(needed(id, "run.missing", action));
        } catch (IllegalArgumentException e) {
            throw problem("run.malformed", id);
        }
    }

    private static Listing<JobInfo> jobListing() {
        return Listing.<JobInfo>of("job").column("id", JobInfo::id).column("title", JobInfo::title)
                .column("next", JobInfo::next).column("current", job -> job.current().map(JobRunInfo::id))
                .column("last", job -> job.last().map(JobRunInfo::state))
                .column("ended", job -> job.last().flatMap(JobRunInfo::endedAt));
    }

    private static Listing<JobRunInfo> runListing() {
        return Listing.<JobRunInfo>of("run").column("id", JobRunInfo::id).column("state", JobRunInfo::state)
                .column("startedBy", JobRunInfo::startedBy).column("startedAt", JobRunInfo::startedAt)
                .column("took", JobRunInfo::duration).column("node", JobRunInfo::node)
                .column("message", JobRunInfo::message);
    }
}
