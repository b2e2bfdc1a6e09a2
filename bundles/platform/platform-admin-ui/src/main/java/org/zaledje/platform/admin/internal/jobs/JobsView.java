package org.zaledje.platform.admin.internal.jobs;

import static org.zaledje.platform.admin.internal.jobs.JobViews.TEXTS;

import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All jobs: when they run next, and what became of their last run. */
final class JobsView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    JobsView(Jobs jobs) {
        super(TEXTS.text("jobs"));
        setContent(new RecordList<JobInfo>(request -> new Page<>(jobs.list(), java.util.Optional.empty()))
                .link(TEXTS.text("job"), job -> Language.tell(job.title()), job -> JobViews.JOBS + "/" + job.id())
                .state(TEXTS.text("last"), JobsView::state, JobsView::mood)
                .text(TEXTS.text("last.ended"), job -> RunTexts.moment(job.last().flatMap(JobRunInfo::endedAt)))
                .text(TEXTS.text("next"), job -> RunTexts.moment(job.next()))
                .whenEmpty(new EmptyState("timer", TEXTS.text("none"), TEXTS.text("none.todo"))));
    }

    private static LocalizedText state(JobInfo job) {
        return job.current().or(job::last).map(RunTexts::state).orElse(TEXTS.text("never"));
    }

    private static Mood mood(JobInfo job) {
        return job.current().or(job::last).map(RunTexts::mood).orElse(Mood.NEUTRAL);
    }
}
