package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.ExchangeMenu;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All notes, and a line to write a new one; a click on a note opens it for changes. */
final class NotesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    NotesView(Notes notes, Units units, AuditLog audit, Exchanges exchanges) {
        super(TEXTS.text("notes"));
        Map<UUID, String> labels = units.all().stream().collect(Collectors.toMap(Unit::id, Unit::label));
        RecordList<Note> list = new RecordList<>(Notes.NOTES, notes::list)
                .text(TEXTS.text("title"), Note::title).field("title")
                .text(TEXTS.text("text"), Note::text)
                .text(TEXTS.text("unit"), note -> note.unit().map(labels::get).orElse(""))
                .text(TEXTS.text("written"), note -> Formats.current().moment(note.writtenAt())).field("writtenAt")
                .text(TEXTS.text("written.by"), Note::writtenBy).field("writtenBy")
                .whenEmpty(new EmptyState("notebook", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.grid().addItemClickListener(
                click -> new NoteEditor(notes, units, audit, click.getItem(), list::refresh).open());
        TextField title = new TextField();
        title.setPlaceholder(Language.tell(TEXTS.text("title")));
        title.setMaxLength(Note.TITLE_LENGTH_MAX);
        title.setId("note-title");
        UnitField unit = new UnitField(units);
        unit.setVisible(unit.offersAny());
        Button write = new Button(Language.tell(TEXTS.text("write")), click -> {
            if (Messages.attempt(() -> notes.write(title.getValue(), "", unit.chosen()))) {
                title.clear();
                list.refresh();
            }
        });
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setId("write-note");
        setActions(title, unit, write, new ExchangeMenu(exchanges, Notes.NOTES.name(), list::query, list::refresh));
        setContent(list);
    }
}
