package org.zaledje.platform.service.internal.job;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo.Trigger;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** What people and partners see of jobs, and do with them. */
@Component
public final class StoredJobs implements Jobs {

    private static final Texts TEXTS = Texts.beside(StoredJobs.class);

    private final JobScheduler scheduler;
    private final JobTable table;
    private final Transactions transactions;
    private final Callers callers;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public StoredJobs(@Reference JobScheduler scheduler, @Reference Transactions transactions, @Reference Callers callers,
            @Reference AuditTrail audit, @Reference IdSource ids, @Reference Clock clock) {
        this.scheduler = scheduler;
        this.table = scheduler.table();
        this.transactions = transactions;
        this.callers = callers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<JobInfo> list() {
        callers.requireEverywhere(VIEW);
        Map<String, JobRow> rows = table.rows().stream().collect(Collectors.toMap(JobRow::id, row -> row));
        Map<String, List<JobRunInfo>> runs = table.latestRuns().stream().collect(Collectors.groupingBy(JobRunInfo::job));
        return scheduler.offers().stream()
                .map(offer -> info(offer, Optional.ofNullable(rows.get(offer.id())), runs.getOrDefault(offer.id(), List.of())))
                .sorted(java.util.Comparator.comparing(JobInfo::id)).toList();
    }

    private static JobInfo info(Offer offer, Optional<JobRow> row, List<JobRunInfo> runs) {
        return new JobInfo(offer.id(), offer.title(), offer.schedule(), offer.permission(), row.flatMap(JobRow::nextAt),
                runs.stream().filter(run -> !run.state().ended()).findFirst(),
                runs.stream().filter(run -> run.state().ended()).findFirst());
    }

    @Override
    public Optional<JobInfo> find(String job) {
        return list().stream().filter(info -> info.id().equals(job)).findFirst();
    }

    @Override
    public UUID start(String job, Map<String, String> parameters) {
        Optional<Offer> offer = scheduler.offer(job);
        if (offer.isEmpty()) {
            callers.requireEverywhere(VIEW);
            throw ProblemException.of(Kind.NOT_FOUND, "jobs.job.unknown", TEXTS.text("job.unknown", job));
        }
        Caller caller = callers.require(offer.get().permission());
        check(parameters);
        NewRun run = new NewRun(ids.next(), job, Trigger.HAND, 1, caller.name(), Encoded.caller(caller),
                Encoded.parameters(parameters), clock.instant());
        table.register(offer.get(), clock.instant());
        transactions.required(() -> {
            if (!table.queue(run)) {
                throw underWay(offer.get());
            }
            audit.record(Change.created(new RecordRef("jobs.run", run.id().toString()), "jobs.run.start",
                    Map.of("job", job, "parameters", parameters.toString())));
            transactions.afterCommit(scheduler::wake);
            return run;
        });
        return run.id();
    }

    private ProblemException underWay(Offer offer) {
        ProblemException problem = ProblemException.of(Kind.CONFLICT, "jobs.run.under-way",
                TEXTS.text("run.under-way", offer.title()));
        return table.row(offer.id()).flatMap(JobRow::run).map(run -> problem.with("run", run.toString())).orElse(problem);
    }

    private static void check(Map<String, String> parameters) {
        boolean fits = parameters.size() <= PARAMETERS_MAX && parameters.entrySet().stream().allMatch(entry ->
                entry.getKey().length() <= PARAMETER_LENGTH_MAX && entry.getValue().length() <= PARAMETER_LENGTH_MAX);
        if (!fits) {
            throw ProblemException.rulesBroken("jobs.run.parameters", TEXTS.text("run.parameters"), List.of(Violation.error(
                    "jobs.run.parameters", TEXTS.text("run.parameters.bounds", PARAMETERS_MAX, PARAMETER_LENGTH_MAX),
                    "/parameters")));
        }
    }

    @Override
    public void cancel(UUID id) {
        JobRunInfo run = table.run(id).filter(this::mayCancel).orElseThrow(() ->
                ProblemException.of(Kind.NOT_FOUND, "jobs.run.unknown", TEXTS.text("run.unknown", id.toString())));
        if (run.state().ended()) {
            return;
        }
        transactions.required(() -> {
            if (!table.cancelQueued(id, clock.instant())) {
                table.requestCancel(id);
            }
            audit.record(new Change(new RecordRef("jobs.run", id.toString()), "jobs.run.cancel",
                    Map.of("job", run.job(), "state", run.state().name()), Map.of("job", run.job(), "state", "CANCELLED")));
            transactions.afterCommit(() -> scheduler.look(id));
            return id;
        });
    }

    private boolean mayCancel(JobRunInfo run) {
        if (!isOwn(run)) {
            callers.requireEverywhere(RUN);
        }
        return true;
    }

    @Override
    public Optional<JobRunInfo> run(UUID run) {
        return table.run(run).filter(this::maySee);
    }

    private boolean maySee(JobRunInfo run) {
        return isOwn(run) || callers.current().filter(caller -> caller.mayEverywhere(VIEW)).isPresent();
    }

    private boolean isOwn(JobRunInfo run) {
        return callers.current().filter(caller -> caller.name().equals(run.startedBy())).isPresent();
    }

    @Override
    public Page<JobRunInfo> history(String job, ListQuery query) {
        callers.requireEverywhere(VIEW);
        return table.history(job, query);
    }

    @Override
    public List<String> log(UUID run) {
        return run(run).map(seen -> table.log(run)).orElse(List.of());
    }
}
