package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.PageAddress;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.Workplace;

/**
 * The page of one record, at an address that ends in {@code :id}: its form first, then the tabs that others add to it
 * ({@link RecordTab}), and what was done to it. With a form that creates, {@code …/new} is the page of a new one.
 *
 * <pre>{@code
 * final class NotePage extends RecordPage<Note> {
 *     NotePage(Notes notes) {
 *         super(NOTE, notes::find);
 *         setForm(new RecordForm<Note>()
 *                 .text("title", TEXTS.text("title"), Note::title, Note.TITLE_LENGTH_MAX).required()
 *                 .saving((note, input) -> notes.change(note, input.text("title"))));
 *     }
 * }
 * }</pre>
 *
 * @param <T> a record
 */
public abstract class RecordPage<T> extends ViewLayout implements BeforeEnterObserver, UnsavedInput, RecordTabsObserver {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    private static final String TAB = "tab";

    private final transient RecordKind<T> kind;
    private final transient Function<UUID, Optional<T>> find;
    private Optional<RecordForm<T>> form = Optional.empty();
    private transient Optional<T> shown = Optional.empty();
    private transient Optional<RecordTabs> tabs = Optional.empty();
    private String path = "";

    /**
     * @param kind what kind of record it shows
     * @param find reads one, where its reader may
     */
    protected RecordPage(RecordKind<T> kind, Function<UUID, Optional<T>> find) {
        super(kind.noun());
        this.kind = kind;
        this.find = find;
        if (!kind.listPath().isEmpty()) {
            setWayBack(kind.listTitle(), kind.listPath());
        }
    }

    /** Sets the form that the first tab has. */
    protected final void setForm(RecordForm<T> made) {
        form = Optional.of(made);
        made.actions().on(new FormActions.Page<>() {
            @Override
            public Optional<T> reread(T record) {
                return find.apply(UUID.fromString(kind.idOf(record)));
            }

            @Override
            public String lastChange(T record) {
                return changeOf(record);
            }

            @Override
            public void saved(T record) {
                show(record);
            }

            @Override
            public void created(T record) {
                UI.getCurrent().navigate(path.substring(0, path.length() - NEW.length()) + kind.idOf(record));
            }

            @Override
            public void deleted(T record, Optional<Runnable> undo) {
                leaveDeleted(record, undo);
            }
        });
    }

    /** What the first tab shows: the form, unless a page says otherwise. */
    protected Component content(T record) {
        return form.orElseThrow();
    }

    /** What stands beside the title. */
    protected List<Component> actions(T record) {
        return List.of();
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        path = event.getLocation().getPath();
        if (id.equals(NEW) && form.map(given -> given.actions().creates()).orElse(false)) {
            form.get().actions().show(Optional.empty());
            shown = Optional.empty();
            tabs = Optional.empty();
            setTitle(RecordTexts.text("new", kind.noun()));
            setContent(form.get());
            return;
        }
        Optional<T> record = uuid(id).flatMap(find);
        if (record.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        tabs = Optional.empty();
        form.ifPresent(given -> given.actions().show(record));
        show(record.get());
        event.getLocation().getQueryParameters().getParameters().getOrDefault(TAB, List.of()).stream().findFirst()
                .ifPresent(tab -> tabs.orElseThrow().show(tab));
    }

    /** Shows the record as it is now. */
    protected final void reread() {
        shown.flatMap(record -> find.apply(UUID.fromString(kind.idOf(record)))).ifPresent(record -> {
            tabs = Optional.empty();
            form.ifPresent(given -> given.actions().show(Optional.of(record)));
            show(record);
        });
    }

    private void show(T record) {
        shown = Optional.of(record);
        setTitle(LocalizedText.verbatim(kind.name().apply(record)));
        setActions(actions(record).toArray(Component[]::new));
        if (tabs.isEmpty()) {
            tabs = Optional.of(new RecordTabs(offers(record), this::remember));
            setContent(tabs.get());
        }
    }

    private List<RecordTabs.Offer> offers(T record) {
        ShownRecord given = new ShownRecord(reference(record), kind.name().apply(record), path, kind.permission());
        List<RecordTabs.Offer> offers = new ArrayList<>();
        offers.add(new RecordTabs.Offer("record", kind.noun(), () -> content(record)));
        Workplace.current().services(RecordTab.class).stream().sorted(Comparator.comparingInt(RecordTab::position))
                .filter(tab -> tab.isFor(given)).forEach(tab -> offers.add(new RecordTabs.Offer(tab.id(), tab.title(), () -> tab.content(given))));
        if (!Referring.kinds(kind.type()).isEmpty()) {
            offers.add(new RecordTabs.Offer("referring", RecordTexts.text("referring"), () -> new Referring(given.record())));
        }
        Workplace.current().service(AuditLog.class).ifPresent(log -> offers.add(new RecordTabs.Offer("activity",
                RecordTexts.text("activity"),
                () -> new Activity(log, given.record(), kind.permission(), kind.actions()).withoutTitle())));
        return offers;
    }

    @Override
    public final void recordTabsChanged() {
        shown.ifPresent(record -> tabs.ifPresent(present -> present.offer(offers(record))));
    }

    @Override
    public final boolean hasUnsavedInput() {
        return form.map(RecordForm::hasUnsavedInput).orElse(false);
    }

    private RecordRef reference(T record) {
        return new RecordRef(kind.type(), kind.idOf(record));
    }

    private void remember(String tab) {
        PageAddress.say(Map.of(TAB, List.of(tab)));
    }

    private String changeOf(T record) {
        return Workplace.current().service(AuditLog.class)
                .flatMap(log -> log.activity(reference(record), kind.permission(), PageRequest.first(1)).items().stream().findFirst())
                .map(change -> RecordTexts.tell("conflict.by", change.by(), Formats.current().moment(change.at())))
                .orElse(RecordTexts.tell("conflict.by-somebody"));
    }

    private void leaveDeleted(T record, Optional<Runnable> undo) {
        UI ui = UI.getCurrent();
        LocalizedText told = RecordTexts.text("deleted", kind.name().apply(record));
        String address = path;
        ui.navigate(kind.listPath());
        undo.ifPresentOrElse(restore -> Messages.undoable(told, () -> {
            restore.run();
            UI.getCurrent().navigate(address);
        }), () -> Messages.success(told));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
