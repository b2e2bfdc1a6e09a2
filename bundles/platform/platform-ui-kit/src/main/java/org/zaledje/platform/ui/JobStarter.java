package org.zaledje.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.text.LocalizedText;

/**
 * A button that starts a job, and its progress below. The run goes on when its reader leaves the page; when they come
 * back, and may see jobs, a run that is under way is found again. Progress comes about once a second. For the thread that
 * holds the UI's lock.
 */
public final class JobStarter extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_MILLIS = 1_000;

    private final transient Jobs jobs;
    private final String job;
    private final transient Supplier<Map<String, String>> parameters;
    private final Button start;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar();
    private final Span message = new Span();
    private transient Consumer<JobRunInfo> whenEnded = run -> { };
    private transient Optional<UUID> watched = Optional.empty();
    private transient Optional<Registration> polling = Optional.empty();

    /**
     * @param job        id of the job
     * @param parameters asked for what to start it with, at the click
     * @param label      what the button says, as a verb
     */
    public JobStarter(Jobs jobs, String job, Supplier<Map<String, String>> parameters, LocalizedText label) {
        this.jobs = jobs;
        this.job = job;
        this.parameters = parameters;
        start = new Button(Language.tell(label), click -> Messages.attempt(this::begin));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setId("start-job");
        cancel = new Button(KitTexts.tell("job.cancel"), click -> Messages.attempt(() -> watched.ifPresent(jobs::cancel)));
        cancel.setId("cancel-job");
        bar.getElement().setAttribute("aria-label", KitTexts.tell("job.progress"));
        message.getElement().setAttribute("role", "status");
        getContent().add(start, cancel, bar, message);
        showIdle();
    }

    /** Says what to do when a run that was watched has ended, for example read a list anew. */
    public JobStarter whenEnded(Consumer<JobRunInfo> action) {
        whenEnded = action;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        underWay().ifPresent(run -> watch(event.getUI(), run.id()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private Optional<JobRunInfo> underWay() {
        try {
            return jobs.find(job).flatMap(JobInfo::current);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private void begin() {
        watch(UI.getCurrent(), jobs.start(job, parameters.get()));
    }

    private void watch(UI ui, UUID run) {
        watched = Optional.of(run);
        if (polling.isEmpty()) {
            ui.setPollInterval(LOOK_MILLIS);
            polling = Optional.of(ui.addPollListener(poll -> look()));
        }
        look();
    }

    private void look() {
        Optional<JobRunInfo> run = watched.flatMap(jobs::run);
        if (run.filter(seen -> !seen.state().ended()).isPresent()) {
            showProgress(run.get());
        } else {
            watched = Optional.empty();
            stopPolling(UI.getCurrent());
            showIdle();
            run.ifPresent(this::showEnd);
        }
    }

    private void stopPolling(UI ui) {
        polling.ifPresent(registration -> {
            registration.remove();
            ui.setPollInterval(-1);
        });
        polling = Optional.empty();
    }

    private void showProgress(JobRunInfo run) {
        start.setEnabled(false);
        cancel.setVisible(true);
        bar.setVisible(true);
        bar.setIndeterminate(run.total() == 0);
        if (run.total() > 0) {
            bar.setMax(run.total());
            bar.setValue(Math.min(run.done(), run.total()));
        }
        String far = run.total() == 0 ? "" : run.done() + " / " + run.total() + " ";
        message.setText(far + run.message());
    }

    private void showIdle() {
        start.setEnabled(true);
        cancel.setVisible(false);
        bar.setVisible(false);
    }

    private void showEnd(JobRunInfo run) {
        message.setText(KitTexts.tell("job.ended." + run.state())
                + (run.state() == RunState.FAILED ? " " + run.message() : ""));
        whenEnded.accept(run);
    }
}
