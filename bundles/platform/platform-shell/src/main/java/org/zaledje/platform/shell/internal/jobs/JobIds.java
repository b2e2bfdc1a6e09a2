package org.zaledje.platform.shell.internal.jobs;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Completes the ids of jobs, and of the runs under way for {@code cancel} and {@code log}. */
@Service
public class JobIds implements Completer {

    @Reference
    private Jobs jobs;

    @Reference
    private Callers callers;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> words = List.of(commandLine.getArguments());
        return new StringsCompleter(ids(words.contains("cancel") || words.contains("log")))
                .complete(session, commandLine, candidates);
    }

    private List<String> ids(boolean ofRuns) {
        try {
            List<JobInfo> all = callers.callAs(Caller.system(), jobs::list);
            return ofRuns ? all.stream().flatMap(job -> job.current().stream()).map(JobRunInfo::id).map(Object::toString).toList()
                    : all.stream().map(JobInfo::id).toList();
        } catch (Exception e) {
            // Nothing can be completed while the database is away; the command itself tells why.
            return List.of();
        }
    }
}
