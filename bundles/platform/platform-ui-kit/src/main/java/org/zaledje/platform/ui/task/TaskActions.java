package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.ui.Messages;

/** Buttons for what can be done with the chosen tasks, one or several. For the thread that holds the UI's lock. */
public final class TaskActions extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Tasks tasks;
    private final transient Colleagues colleagues;
    private final transient Runnable done;
    private final Button approve = button("approve", this::approve);
    private final Button finish = button("done", this::finish);
    private final Button reject = button("reject", () -> ask(Decision.REJECT));
    private final Button giveBack = button("return", () -> ask(Decision.RETURN));
    private final Button delegate = button("delegate", this::delegate);
    private final Button claim = button("claim", this::claim);
    private final Button release = button("release", this::release);
    private transient List<Task> chosen = List.of();

    /** @param done called after something was done, or was found to be impossible */
    public TaskActions(Tasks tasks, Colleagues colleagues, Runnable done) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.done = done;
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().addClassName("z-task-actions");
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", TaskTexts.tell("actions"));
        getContent().add(approve, finish, reject, giveBack, delegate, claim, release);
        choose(List.of());
    }

    /** Says which tasks it is about; only what can be done with all of them is offered. */
    public void choose(List<Task> some) {
        chosen = List.copyOf(some);
        boolean mending = some.stream().anyMatch(task -> task.step().equals(Step.STARTER));
        Set<Step.Kind> kinds = some.stream().map(Task::kind).collect(Collectors.toSet());
        boolean decided = !mending && !kinds.contains(Step.Kind.WORK);
        approve.setVisible(decided);
        reject.setVisible(decided);
        giveBack.setVisible(decided);
        finish.setVisible(!mending && kinds.equals(Set.of(Step.Kind.WORK)));
        boolean taken = some.stream().anyMatch(task -> task.assignee().isPresent());
        claim.setVisible(!mending && !taken);
        release.setVisible(!mending && taken);
        delegate.setVisible(!mending);
        List.of(approve, finish, reject, giveBack, delegate, claim, release).forEach(each -> each.setEnabled(!some.isEmpty()));
    }

    private static Button button(String action, Runnable work) {
        Button button = new Button(TaskTexts.tell("action." + action), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setId("task-" + action);
        return button;
    }

    private void finish() {
        decide(chosen, Decision.DONE, "");
    }

    private void approve() {
        decide(chosen, Decision.APPROVE, "");
    }

    /** What was chosen when it was asked counts, though it may be gone when the reason is written. */
    private void ask(Decision decision) {
        List<Task> about = chosen;
        new ReasonDialog(decision, about.size(), reason -> decide(about, decision, reason)).open();
    }

    private void decide(List<Task> about, Decision decision, String reason) {
        Messages.attempt(() -> {
            List<UUID> ids = about.stream().map(Task::id).toList();
            List<ProblemException> problems = tasks.decideAll(ids, decision, reason).stream()
                    .flatMap(outcome -> outcome.problem().stream()).toList();
            problems.stream().collect(Collectors.toMap(ProblemException::code, problem -> problem, (one, same) -> one)).values()
                    .forEach(TaskActions::tell);
            int decided = ids.size() - problems.size();
            if (decided > 0) {
                Messages.success(TaskTexts.text("decided." + decision, decided));
            }
        });
        done.run();
    }

    /** Somebody else was quicker: that is no mistake of the reader's. */
    private static void tell(ProblemException problem) {
        if (problem.code().equals("task.not-found")) {
            Messages.problem(TaskTexts.text("gone"));
        } else {
            Messages.problem(problem);
        }
    }

    private void delegate() {
        List<Task> about = chosen;
        new DelegateDialog(colleagues, user -> each(about, task -> tasks.delegate(task, user), "delegated")).open();
    }

    private void claim() {
        each(chosen, tasks::claim, "claimed");
    }

    private void release() {
        each(chosen, tasks::release, "released");
    }

    private interface Change {
        void of(UUID task);
    }

    private void each(List<Task> about, Change change, String told) {
        int changed = 0;
        for (Task task : about) {
            try {
                change.of(task.id());
                changed++;
            } catch (ProblemException e) {
                tell(e);
            }
        }
        if (changed > 0) {
            Messages.success(TaskTexts.text(told, changed));
        }
        done.run();
    }
}
