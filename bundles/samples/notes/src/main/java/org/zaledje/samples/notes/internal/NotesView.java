package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import org.zaledje.platform.audit.AuditLog;
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

    NotesView(Notes notes, AuditLog audit, Exchanges exchanges) {
        super(TEXTS.text("notes"));
        RecordList<Note> list = new RecordList<>(Notes.NOTES, notes::list)
                .text(TEXTS.text("title"), Note::title).field("title")
                .text(TEXTS.text("text"), Note::text)
                .text(TEXTS.text("written"), note -> Formats.current().moment(note.writtenAt())).field("writtenAt")
                .text(TEXTS.text("written.by"), Note::writtenBy).field("writtenBy")
                .whenEmpty(new EmptyState("notebook", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.grid().addItemClickListener(click -> new NoteEditor(notes, audit, click.getItem(), list::refresh).open());
        TextField title = new TextField();
        title.setPlaceholder(Language.tell(TEXTS.text("title")));
        title.setMaxLength(Note.TITLE_LENGTH_MAX);
        title.setId("note-title");
        Button write = new Button(Language.tell(TEXTS.text("write")), click -> {
            if (Messages.attempt(() -> notes.write(title.getValue(), ""))) {
                title.clear();
                list.refresh();
            }
        });
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setId("write-note");
        setActions(title, write, new ExchangeMenu(exchanges, Notes.NOTES.name(), list::query, list::refresh));
        setContent(list);
    }
}
