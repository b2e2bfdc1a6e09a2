package org.zaledje.platform.task.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.function.NavigationCount;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** Everybody's inbox. */
@Component(service = {FunctionViews.class, FunctionNavigation.class, NavigationCount.class})
public final class InboxViews implements FunctionViews, NavigationCount {

    static final String ID = BackOfficeFunction.TASKS;
    static final Texts TEXTS = Texts.beside(InboxViews.class);

    private final Tasks tasks;
    private final List<View<?>> views;

    @Activate
    public InboxViews(@Reference Tasks tasks, @Reference Colleagues colleagues) {
        this.tasks = tasks;
        views = List.of(View.inDrawer(ID, InboxView.class, TEXTS.text("inbox"), "inbox", () -> new InboxView(tasks, colleagues))
                .requiring(Tasks.WORK));
    }

    @Override
    public String functionId() {
        return ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }

    @Override
    public String path() {
        return ID;
    }

    @Override
    public int count() {
        return tasks.count().all();
    }
}
