package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.procedure.DecisionRecord;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.StepStanding;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Workplace;

/**
 * Where a record stands in its procedure, who is next and what was decided: put it on the record's page. A reader who has a
 * task there can decide it. It shows nothing while the record has never been on its way, and changes by itself.
 */
public final class ProcedureStanding extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final transient RecordRef record;
    private final transient Runnable changed;
    private final Div shown = new Div();
    private transient Optional<ProcedureRun> run = Optional.empty();

    /**
     * Where a record stands.
     *
     * @param changed called after it has changed while it was shown, for what else the page shows of it
     */
    public ProcedureStanding(RecordRef record, Runnable changed) {
        this.record = record;
        this.changed = changed;
        getContent().addClassNames("z-card", "z-standing");
        shown.getElement().setAttribute("aria-live", "polite");
        getContent().add(shown);
        getContent().setVisible(false);
        InboxChanged.whileShown(this, this::look);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        run = read();
        show();
    }

    private void look() {
        Optional<ProcedureRun> now = read();
        if (!now.equals(run)) {
            run = now;
            show();
            changed.run();
        }
    }

    private Optional<ProcedureRun> read() {
        try {
            return Workplace.current().service(Procedures.class).flatMap(procedures -> procedures.latest(record));
        } catch (ProblemException mayNotSeeIt) {
            return Optional.empty();
        }
    }

    private void show() {
        shown.removeAll();
        getContent().setVisible(run.isPresent());
        run.ifPresent(found -> {
            H3 title = new H3(Language.tell(found.title()));
            title.add(new Badge(TaskTexts.text("run." + found.state()), mood(found.state())));
            OrderedList steps = new OrderedList();
            found.steps().stream().filter(step -> step.state() != StepStanding.State.LEFT_OUT).forEach(step -> steps.add(step(step)));
            shown.add(title, steps);
            if (!found.decisions().isEmpty()) {
                UnorderedList decisions = new UnorderedList();
                found.decisions().forEach(decision -> decisions.add(decision(found, decision)));
                shown.add(decisions);
            }
            actions(found).ifPresent(shown::add);
        });
    }

    private Component step(StepStanding step) {
        ListItem item = new ListItem(new Span(Language.tell(step.title())),
                new Badge(TaskTexts.text("step." + step.state()), mood(step.state())));
        item.getElement().setAttribute("data-step", step.key());
        if (step.state() == StepStanding.State.OPEN) {
            String next = step.assignee().orElseGet(() -> step.candidates().stream()
                    .map(candidate -> Workplace.current().service(Procedures.class)
                            .map(procedures -> Language.tell(procedures.titleOf(candidate))).orElse(candidate.name()))
                    .collect(Collectors.joining(", ")));
            Span who = new Span(TaskTexts.tell("next", next));
            who.addClassName("z-next");
            item.add(who);
            step.dueAt().ifPresent(due -> item.add(due(due)));
        }
        return item;
    }

    private static Component due(Instant due) {
        boolean over = due.isBefore(Instant.now());
        Span text = new Span(TaskTexts.tell(over ? "overdue" : "due", Formats.current().moment(due)));
        text.addClassName(over ? "z-overdue" : "z-due");
        return text;
    }

    private static ListItem decision(ProcedureRun run, DecisionRecord decision) {
        String step = run.steps().stream().filter(each -> each.key().equals(decision.step())).findFirst()
                .map(each -> Language.tell(each.title())).orElseGet(() -> TaskTexts.tell("mended"));
        String by = decision.inPlaceOf().map(other -> TaskTexts.tell("in-place-of", decision.by(), other)).orElse(decision.by());
        boolean mended = decision.step().equals(Step.STARTER);
        ListItem item = new ListItem(Formats.current().moment(decision.at()) + ", " + by + ": "
                + (mended ? step : step + " – " + TaskTexts.tell("decision." + decision.decision())));
        if (!decision.comment().isBlank()) {
            Span comment = new Span(TaskTexts.tell("comment", decision.comment()));
            comment.addClassName("z-comment");
            item.add(comment);
        }
        return item;
    }

    private Optional<Component> actions(ProcedureRun found) {
        Optional<Tasks> tasks = Workplace.current().service(Tasks.class);
        Optional<Colleagues> colleagues = Workplace.current().service(Colleagues.class);
        if (tasks.isEmpty() || colleagues.isEmpty()) {
            return Optional.empty();
        }
        List<Task> own = found.steps().stream().flatMap(step -> step.task().stream())
                .flatMap(task -> mine(tasks.get(), task).stream()).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        TaskActions actions = new TaskActions(tasks.get(), colleagues.get(), this::look);
        actions.choose(own);
        return Optional.of(actions);
    }

    private static Optional<Task> mine(Tasks tasks, UUID task) {
        try {
            return tasks.find(task);
        } catch (ProblemException hasNoTasks) {
            return Optional.empty();
        }
    }

    private static Badge.Mood mood(ProcedureRun.State state) {
        return switch (state) {
            case RUNNING -> Badge.Mood.OPEN;
            case APPROVED -> Badge.Mood.GOOD;
            case REJECTED, RETURNED -> Badge.Mood.BAD;
            case WITHDRAWN -> Badge.Mood.NEUTRAL;
        };
    }

    private static Badge.Mood mood(StepStanding.State state) {
        return switch (state) {
            case OPEN -> Badge.Mood.OPEN;
            case DONE -> Badge.Mood.GOOD;
            default -> Badge.Mood.NEUTRAL;
        };
    }
}
