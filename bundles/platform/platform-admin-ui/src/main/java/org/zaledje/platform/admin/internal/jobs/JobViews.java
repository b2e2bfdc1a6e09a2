package org.zaledje.platform.admin.internal.jobs;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about background jobs. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class JobViews implements FunctionViews {

    static final String JOBS = AdministrationFunction.ID + "/jobs";

    static final Texts TEXTS = Texts.beside(JobViews.class);

    private final List<View<?>> views;

    @Activate
    public JobViews(@Reference Jobs jobs) {
        views = List.of(
                View.inDrawer(JOBS, JobsView.class, TEXTS.text("jobs"), "timer", () -> new JobsView(jobs))
                        .requiringEverywhere(Jobs.VIEW),
                View.of(JOBS + "/:job", JobView.class, TEXTS.text("job"), () -> new JobView(jobs)).requiringEverywhere(Jobs.VIEW));
    }

    @Override
    public String functionId() {
        return AdministrationFunction.ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
