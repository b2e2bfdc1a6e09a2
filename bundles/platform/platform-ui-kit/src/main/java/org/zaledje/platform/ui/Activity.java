package org.zaledje.platform.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.text.LocalizedText;

/**
 * What was done to a record, by whom and when, newest first: put it at the end of the record's page. Shows as much as the
 * audit trail has, page by page.
 */
public final class Activity extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private static final String DOCUMENT_ACTIONS = "documents.document.";
    private static final String PROCEDURE_ACTIONS = "procedures.";

    private final H3 title = new H3(KitTexts.tell("activity"));

    /**
     * The activity of a record.
     *
     * @param log        where it is read
     * @param record     the record
     * @param permission what one needs to read the record itself
     * @param titles     what an action is called, for example "Posted" for {@code accounting.entry.post}
     */
    public Activity(AuditLog log, RecordRef record, String permission, Function<String, LocalizedText> titles) {
        RecordList<AuditRecord> changes = new RecordList<>(page -> log.activity(record, permission, page))
                .text(KitTexts.text("activity.when"), change -> Formats.current().moment(change.at()))
                .text(KitTexts.text("activity.who"), AuditRecord::by)
                .text(KitTexts.text("activity.what"), change -> Language.tell(title(change.action(), titles)))
                .text(KitTexts.text("activity.change"), Activity::change)
                .withinPage();
        // The last column takes what the others leave, and its text goes on in the next line.
        changes.grid().getColumns().get(3).setAutoWidth(false).setFlexGrow(1).setWidth("12rem");
        getContent().add(title, changes);
        getContent().addClassName("z-activity");
    }

    /** What is done to a record's documents, or to it in its procedure, is called the same everywhere. */
    private static LocalizedText title(String action, Function<String, LocalizedText> titles) {
        return action.startsWith(DOCUMENT_ACTIONS) || action.startsWith(PROCEDURE_ACTIONS)
                ? KitTexts.text("activity." + action) : titles.apply(action);
    }

    /** Leaves the title out, where something else says what it is. */
    public Activity withoutTitle() {
        title.setVisible(false);
        return this;
    }

    /** The fields that a change has changed, each with its value before and after. */
    public static String change(AuditRecord change) {
        Map<String, String> before = change.before();
        Map<String, String> after = change.after();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + ": " + values(before.get(name), after.get(name))).collect(Collectors.joining(", "));
    }

    private static String values(String before, String after) {
        if (before == null) {
            return after;
        }
        return before + " → " + (after == null ? "–" : after);
    }
}
