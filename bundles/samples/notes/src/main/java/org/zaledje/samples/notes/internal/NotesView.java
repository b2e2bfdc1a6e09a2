package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All notes. */
final class NotesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    NotesView(Notes notes, Units units) {
        super(TEXTS.text("notes"));
        Map<UUID, String> labels = units.all().stream().collect(Collectors.toMap(Unit::id, Unit::label));
        setContent(new RecordList<>(Notes.NOTES, notes::list)
                .link(TEXTS.text("title"), Note::title, note -> "notes/" + note.id()).field("title")
                .text(TEXTS.text("text"), Note::text)
                .text(TEXTS.text("unit"), note -> note.unit().map(labels::get).orElse(""))
                .text(TEXTS.text("written"), note -> Formats.current().moment(note.writtenAt())).field("writtenAt")
                .text(TEXTS.text("written.by"), Note::writtenBy).field("writtenBy")
                .whenEmpty(new EmptyState("notebook", TEXTS.text("none"), TEXTS.text("none.todo")))
                .counted(notes::count)
                .changesOf("notes.note")
                .exchange(Notes.NOTES.name())
                .action(TEXTS.text("delete"), "trash", notes::deleteAll));
        setActions(newRecord(TEXTS.text("write"), "notes/new"));
    }
}
