package org.zaledje.platform.admin.internal.jobs;

import static org.zaledje.platform.admin.internal.jobs.JobViews.TEXTS;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Map;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.JobStarter;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** One job: start it and watch it, and what became of its runs. */
final class JobView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Jobs jobs;

    JobView(Jobs jobs) {
        super(TEXTS.text("job"));
        this.jobs = jobs;
        setWayBack(TEXTS.text("jobs"), JobViews.JOBS);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("job").orElse("");
        jobs.find(id).ifPresentOrElse(this::show, () -> setTitle(TEXTS.text("unknown", LocalizedText.verbatim(id))));
    }

    private void show(JobInfo job) {
        setTitle(job.title());
        RecordList<JobRunInfo> history = new RecordList<JobRunInfo>(Jobs.RUNS, query -> jobs.history(job.id(), query))
                .text(TEXTS.text("started"), run -> RunTexts.moment(run.startedAt())).field("startedAt")
                .state(TEXTS.text("outcome"), RunTexts::state, RunTexts::mood)
                .field("state", state -> TEXTS.text("state." + state))
                .text(TEXTS.text("duration"), RunTexts::duration)
                .text(TEXTS.text("started.by"), JobRunInfo::startedBy).field("startedBy")
                .text(TEXTS.text("node"), run -> run.node().orElse("")).field("node")
                .text(TEXTS.text("message"), JobRunInfo::message).field("message")
                .withinPage()
                .whenEmpty(new Paragraph(Language.tell(TEXTS.text("history.none"))));
        setContent(
                new Facts().add(TEXTS.text("id"), job.id()).add(TEXTS.text("next"), RunTexts.moment(job.next())),
                new JobStarter(jobs, job.id(), Map::of, TEXTS.text("run.now")).whenEnded(run -> history.refresh()),
                new H2(Language.tell(TEXTS.text("history"))), history);
    }
}
