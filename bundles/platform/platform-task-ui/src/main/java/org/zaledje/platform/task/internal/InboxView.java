package org.zaledje.platform.task.internal;

import static org.zaledje.platform.task.internal.InboxViews.TEXTS;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.task.InboxChanged;
import org.zaledje.platform.ui.task.TaskActions;

/** What waits for its reader: what is due first comes first. It changes by itself. */
final class InboxView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient Tasks tasks;
    private final RecordList<Task> list;
    private final TaskActions actions;
    private final Span count = new Span();

    InboxView(Tasks tasks, Colleagues colleagues) {
        super(TEXTS.text("inbox"));
        this.tasks = tasks;
        Formats formats = Formats.current();
        list = new RecordList<>(Tasks.INBOX, tasks::inbox);
        list.text(TEXTS.text("task"), task -> Language.tell(task.title()));
        subject();
        list.text(TEXTS.text("due"), task -> task.dueAt().map(formats::moment).orElse("")).field("dueAt")
                .state(TEXTS.text("state"), InboxView::state, InboxView::mood)
                .text(TEXTS.text("assignee"), task -> task.assignee().orElse(""))
                .text(TEXTS.text("started-by"), Task::startedBy).field("startedBy")
                .text(TEXTS.text("created"), task -> formats.moment(task.createdAt())).field("createdAt")
                .whenEmpty(new EmptyState("check-circle", TEXTS.text("empty"), TEXTS.text("empty.text")));
        actions = new TaskActions(tasks, colleagues, this::refresh);
        Grid<Task> grid = list.grid();
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(selected -> actions.choose(List.copyOf(selected.getAllSelectedItems())));
        count.setId("inbox-count");
        count.addClassName("z-inbox-count");
        count.getElement().setAttribute("role", "status");
        setActions(count, actions);
        setContent(list);
        tell();
        InboxChanged.whileShown(this, this::refresh);
    }

    private void subject() {
        list.link(TEXTS.text("subject"), Task::subject, task -> task.page().orElse(InboxViews.ID)).field("subject");
    }

    /** Reads anew; what was chosen stays so, as far as it is still there. */
    private void refresh() {
        List<UUID> chosen = list.grid().getSelectedItems().stream().map(Task::id).toList();
        list.grid().asMultiSelect().clear();
        list.refresh();
        list.grid().recalculateColumnWidths();
        chosen.stream().map(tasks::find).flatMap(Optional::stream).forEach(list.grid().asMultiSelect()::select);
        tell();
    }

    private void tell() {
        Tasks.Count counted = tasks.count();
        count.setText(Language.tell(TEXTS.text("count", counted.all(), counted.overdue())));
    }

    private static LocalizedText state(Task task) {
        return TEXTS.text(isOverdue(task) ? "overdue" : task.assignee().isPresent() ? "taken" : "open");
    }

    private static Badge.Mood mood(Task task) {
        return isOverdue(task) ? Badge.Mood.BAD : task.assignee().isPresent() ? Badge.Mood.NEUTRAL : Badge.Mood.OPEN;
    }

    private static boolean isOverdue(Task task) {
        return task.escalated() || task.dueAt().filter(due -> due.isBefore(Instant.now())).isPresent();
    }
}
