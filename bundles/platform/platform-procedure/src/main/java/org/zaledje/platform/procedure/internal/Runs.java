package org.zaledje.platform.procedure.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.ProcedureRun.State;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;

/**
 * Moves runs on: gives tasks out, takes decisions in, ends. All of it on rows that one transaction sees; whoever calls has
 * locked the run.
 */
@Component(service = Runs.class)
public final class Runs {

    private static final Wording MEND = Wording.of(language -> ProcedureTexts.TEXTS.get("task.mend", language));

    private final IdSource ids;
    private final Clock clock;
    private final Calendars calendars;
    private final EventPublisher events;
    private final InboxSignals signals;

    @Activate
    public Runs(@Reference IdSource ids, @Reference Clock clock, @Reference Calendars calendars,
            @Reference EventPublisher events, @Reference InboxSignals signals) {
        this.ids = ids;
        this.clock = clock;
        this.calendars = calendars;
        this.events = events;
        this.signals = signals;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    RunRow begin(CompanyRows rows, Procedure procedure, RecordRef record, String subject, Map<String, TypedFact> facts,
            String startedBy, Set<String> makers) {
        RunRow run = new RunRow(ids.next(), procedure, record, startedBy, makers, now());
        run.tell(subject, facts);
        rows.add(run);
        rows.write();
        advance(rows, run);
        return run;
    }

    /** Begins a run that was given back anew: what had been approved was another record. */
    void again(CompanyRows rows, RunRow run, String subject, Map<String, TypedFact> facts, Actor actor) {
        tasks(rows, run, TaskRow::isOpen).forEach(task -> {
            rows.add(new DecisionRow(ids.next(), task, Decision.DONE, actor, "", now()));
            close(rows, task, TaskRow.State.DONE);
        });
        run.tell(subject, facts);
        run.goOnAgain();
        rows.write();
        advance(rows, run);
    }

    /** Takes a decision that may be made. */
    void decide(CompanyRows rows, RunRow run, TaskRow task, Decision decision, Actor actor, String comment) {
        rows.add(new DecisionRow(ids.next(), task, decision, actor, comment, now()));
        switch (decision) {
            case APPROVE -> {
                task.approve(actor.user());
                if (task.isApproved()) {
                    close(rows, task, TaskRow.State.DONE);
                }
            }
            case DONE -> close(rows, task, TaskRow.State.DONE);
            case REJECT -> {
                close(rows, task, TaskRow.State.DONE);
                rows.write();
                end(rows, run, State.REJECTED, comment);
                return;
            }
            case RETURN -> {
                close(rows, task, TaskRow.State.DONE);
                rows.write();
                giveBack(rows, run);
                return;
            }
        }
        rows.write();
        advance(rows, run);
    }

    private void giveBack(CompanyRows rows, RunRow run) {
        tasks(rows, run, TaskRow::isOpen).forEach(task -> close(rows, task, TaskRow.State.CANCELLED));
        run.giveBack();
        open(rows, run, Step.work(Step.STARTER, MEND, Candidate.starter()), Set.of());
        rows.write();
        signals.changed(rows.company().id());
    }

    /** Ends a run, its open tasks with it. */
    void end(CompanyRows rows, RunRow run, State how, String reason) {
        tasks(rows, run, TaskRow::isOpen).forEach(task -> close(rows, task, TaskRow.State.CANCELLED));
        run.end(how, now());
        rows.write();
        String event = switch (how) {
            case APPROVED -> ProcedureType.APPROVED;
            case REJECTED -> ProcedureType.REJECTED;
            default -> ProcedureType.WITHDRAWN;
        };
        events.publish(event, run.id(), Map.of("procedure", run.procedure(), "run", run.id().toString(),
                "recordType", run.record().type(), "recordId", run.record().id(), "reason", reason));
        signals.changed(rows.company().id());
    }

    /** Gives out the tasks whose turn it is, or ends the run. */
    private void advance(CompanyRows rows, RunRow run) {
        List<TaskRow> tasks = tasks(rows, run, task -> task.round() == run.round());
        Course course = run.course();
        Map<String, Course.State> states = course.at(done(tasks));
        if (Course.ended(states)) {
            end(rows, run, State.APPROVED, "");
            return;
        }
        Map<String, TaskRow> open = tasks.stream().filter(TaskRow::isOpen)
                .collect(Collectors.toMap(TaskRow::step, task -> task));
        List<DecisionRow> decisions = decisions(rows, run).stream().filter(each -> each.round() == run.round()).toList();
        for (Step step : course.open(states)) {
            Set<String> barred = barred(run, step, decisions);
            TaskRow task = open.get(step.key());
            if (task == null) {
                open(rows, run, step, barred);
            } else {
                bar(rows, task, barred);
            }
        }
        rows.write();
        signals.changed(rows.company().id());
    }

    static Set<String> done(List<TaskRow> tasks) {
        return tasks.stream().filter(TaskRow::isDone).map(TaskRow::step).collect(Collectors.toSet());
    }

    /** Whom the step is not for: those of the steps that others must do, and who has approved it already. */
    private static Set<String> barred(RunRow run, Step step, List<DecisionRow> decisions) {
        Set<String> barred = new HashSet<>();
        if (step.otherThan().contains(Step.STARTER)) {
            barred.addAll(run.makers());
        }
        decisions.stream().map(DecisionRow::decision)
                .filter(each -> step.otherThan().contains(each.step()) || each.step().equals(step.key()))
                .forEach(each -> {
                    barred.add(each.by());
                    each.inPlaceOf().ifPresent(barred::add);
                });
        return barred;
    }

    private void open(CompanyRows rows, RunRow run, Step step, Set<String> barred) {
        List<Candidate> candidates = step.candidates().stream().map(each -> known(each, run)).distinct().toList();
        Instant now = now();
        Optional<Instant> due = step.due().map(time ->
                calendars.current().plusWorkingTime(now, time).truncatedTo(ChronoUnit.MILLIS));
        Step known = new Step(step.key(), step.title(), step.kind(), step.after(), step.conditions(), candidates,
                step.approvals(), step.otherThan(), step.due(), step.escalation().map(each -> known(each, run)));
        TaskRow task = new TaskRow(ids.next(), run, known, candidates, now, due);
        rows.add(task);
        candidates.forEach(candidate -> rows.add(new CandidateRow(candidate, task.id())));
        barred.forEach(person -> rows.add(new BarredRow(task.id(), person)));
    }

    private static Candidate known(Candidate candidate, RunRow run) {
        return candidate.kind() == Candidate.Kind.STARTER ? Candidate.user(run.startedBy()) : candidate;
    }

    private static void bar(CompanyRows rows, TaskRow task, Set<String> people) {
        people.stream().filter(person -> rows.find(BarredRow.class, new BarredKey(task.id(), person)).isEmpty())
                .forEach(person -> rows.add(new BarredRow(task.id(), person)));
        if (task.assignee().filter(people::contains).isPresent()) {
            task.assign(Optional.empty());
        }
    }

    private static void close(CompanyRows rows, TaskRow task, TaskRow.State how) {
        task.end(how);
        rows.statement("delete from CandidateRow c where c.key.task = :task").setParameter("task", task.id()).executeUpdate();
        rows.statement("delete from BarredRow b where b.key.task = :task").setParameter("task", task.id()).executeUpdate();
    }

    /** An open task with its run, which nobody else can change until the transaction ends. */
    record Locked(RunRow run, TaskRow task) {
    }

    /** Locks the run first, as all do: deciding one task closes others of it. */
    static Optional<Locked> lockOpen(CompanyRows rows, UUID task) {
        return rows.find(TaskRow.class, task).flatMap(found -> rows.lock(RunRow.class, found.run()))
                .flatMap(run -> rows.lock(TaskRow.class, task).filter(TaskRow::isOpen).map(open -> new Locked(run, open)));
    }

    static List<TaskRow> tasks(CompanyRows rows, RunRow run, Predicate<TaskRow> wanted) {
        return rows.query("select t from TaskRow t where t.run = :run order by t.id", TaskRow.class)
                .setParameter("run", run.id()).getResultStream().filter(wanted).toList();
    }

    static List<DecisionRow> decisions(CompanyRows rows, RunRow run) {
        return rows.query("select d from DecisionRow d where d.run = :run order by d.id", DecisionRow.class)
                .setParameter("run", run.id()).getResultList();
    }
}
