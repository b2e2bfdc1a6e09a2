package org.zaledje.platform.procedure.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.StepStanding;

/** Runs as they are shown. */
final class Views {

    private Views() {
    }

    static ProcedureRun of(CompanyRows rows, RunRow run) {
        List<TaskRow> tasks = Runs.tasks(rows, run, task -> task.round() == run.round());
        Map<String, TaskRow> open = tasks.stream().filter(TaskRow::isOpen).collect(Collectors.toMap(TaskRow::step, task -> task));
        ProcedurePlan plan = run.plan();
        Map<String, Course.State> states = new Course(plan, run.facts()).at(Runs.done(tasks));
        Map<String, String> facts = new TreeMap<>();
        run.facts().forEach((name, fact) -> facts.put(name, fact.value()));
        return new ProcedureRun(run.id(), run.procedure(), run.version(), plan.title(), run.record(), run.subject(), facts,
                run.state(), run.startedBy(), run.startedAt(), run.endedAt(),
                plan.steps().stream().map(step -> standing(step, states.get(step.key()), Optional.ofNullable(open.get(step.key())),
                        run.state() == ProcedureRun.State.RUNNING)).toList(),
                Runs.decisions(rows, run).stream().map(DecisionRow::decision).toList());
    }

    private static StepStanding standing(Step step, Course.State state, Optional<TaskRow> task, boolean running) {
        StepStanding.State told = switch (state) {
            case DONE -> StepStanding.State.DONE;
            case LEFT_OUT -> StepStanding.State.LEFT_OUT;
            case OPEN -> task.isPresent() ? StepStanding.State.OPEN : StepStanding.State.NOT_REACHED;
            case WAITING -> running ? StepStanding.State.WAITING : StepStanding.State.NOT_REACHED;
        };
        return new StepStanding(step.key(), step.title(), told, task.map(TaskRow::id),
                task.map(TaskRow::candidates).orElse(List.of()), task.flatMap(TaskRow::assignee), task.flatMap(TaskRow::dueAt));
    }
}
