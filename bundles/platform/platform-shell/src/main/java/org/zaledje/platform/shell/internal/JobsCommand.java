package org.zaledje.platform.shell.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Shows jobs, starts them, cancels runs. Whoever has this shell is an administrator, and acts under their own name. */
@Service
@Command(scope = "zaledje", name = "jobs", description = "Shows jobs and their runs, starts and cancels them")
public class JobsCommand implements Action {

    private static final int HISTORY_ROWS = 50;

    @Argument(index = 0, name = "action", description = "list, run, cancel or history")
    String action = "list";

    @Argument(index = 1, name = "id", description = "A job's id for run and history; a run's id for cancel")
    String id;

    @Option(name = "--json", description = "JSON for programs")
    boolean json;

    @Reference
    Jobs jobs;

    @Reference
    Callers callers;

    @Reference
    Session session;

    @Override
    public Object execute() throws Exception {
        String name = Optional.ofNullable(session.get("USER")).map(Object::toString).orElse("shell");
        try {
            return callers.callAs(new Caller(name, Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH), this::act);
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }

    private Object act() throws CommandProblem {
        switch (action) {
            case "list" -> list(jobs.list());
            case "run" -> System.out.println(jobs.start(wanted("a job's id"), Map.of()));
            case "cancel" -> jobs.cancel(run());
            case "history" -> history(jobs.history(wanted("a job's id"), PageRequest.first(HISTORY_ROWS)).items());
            default -> throw new CommandProblem("There is no " + action + ": use list, run, cancel or history.");
        }
        return null;
    }

    private String wanted(String what) throws CommandProblem {
        return Optional.ofNullable(id).orElseThrow(() -> new CommandProblem(action + " needs " + what + "."));
    }

    private UUID run() throws CommandProblem {
        try {
            return UUID.fromString(wanted("a run's id"));
        } catch (IllegalArgumentException e) {
            throw new CommandProblem(id + " is no id of a run; zaledje:jobs history shows them.");
        }
    }

    private void list(List<JobInfo> all) {
        if (json) {
            System.out.println(all.stream().map(job -> object("id", job.id(), "next", text(job.next()),
                    "current", job.current().map(run -> run.id().toString()).orElse(""),
                    "last", job.last().map(run -> run.state().name()).orElse(""))).collect(Collectors.joining(",\n", "[", "]")));
            return;
        }
        ShellTable table = new ShellTable();
        List.of("Job", "Title", "Next run", "Under way", "Last outcome").forEach(table::column);
        for (JobInfo job : all) {
            table.addRow().addContent(job.id(), job.title().in(Locale.ENGLISH), text(job.next()),
                    job.current().map(run -> run.id().toString()).orElse(""),
                    job.last().map(run -> run.state().name()).orElse(""));
        }
        table.print(System.out);
    }

    private void history(List<JobRunInfo> runs) {
        if (json) {
            System.out.println(runs.stream().map(run -> object("id", run.id().toString(), "state", run.state().name(),
                    "startedBy", run.startedBy(), "startedAt", text(run.startedAt()), "endedAt", text(run.endedAt()),
                    "node", run.node().orElse(""), "message", run.message())).collect(Collectors.joining(",\n", "[", "]")));
            return;
        }
        ShellTable table = new ShellTable();
        List.of("Run", "State", "Started by", "Started", "Ended", "Node", "Message").forEach(table::column);
        for (JobRunInfo run : runs) {
            table.addRow().addContent(run.id(), run.state(), run.startedBy(), text(run.startedAt()), text(run.endedAt()),
                    run.node().orElse(""), run.message());
        }
        table.print(System.out);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String object(String... members) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < members.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(string(members[i])).append(": ").append(string(members[i + 1]));
        }
        return text.append("}").toString();
    }

    private static String string(String value) {
        return '"' + value.chars().mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c
                : c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char) c)).collect(Collectors.joining()) + '"';
    }
}
