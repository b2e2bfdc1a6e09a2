package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.ui.record.RecordForm;
import org.zaledje.platform.ui.record.RecordKind;
import org.zaledje.platform.ui.record.RecordPage;

/** A note, or a new one. */
final class NotePage extends RecordPage<Note> {

    private static final long serialVersionUID = 1L;
    private static final RecordKind<Note> NOTE =
            RecordKind.of("notes.note", NotesFunction.READ, TEXTS.text("note"), Note::id, Note::title)
                    .listedAt(TEXTS.text("notes"), NotesFunction.ID).actions(TEXTS::text);

    NotePage(Notes notes, Units units) {
        super(NOTE, notes::find);
        setForm(new RecordForm<Note>()
                .text("title", TEXTS.text("title"), Note::title, Note.TITLE_LENGTH_MAX).required()
                .choice("unit", TEXTS.text("unit"), units.all(), note -> note.unit().flatMap(units::find), Unit::label)
                .area("text", TEXTS.text("text"), Note::text, Note.TEXT_LENGTH_MAX)
                .creating(in -> notes.write(in.text("title"), in.text("text"), in.choice("unit", Unit.class).map(Unit::id)))
                .saving((note, in) -> notes.change(note.id(), in.text("title"), in.text("text"),
                        in.choice("unit", Unit.class).map(Unit::id), ExpectedVersion.of(note.version())))
                .deleting(note -> notes.delete(note.id(), ExpectedVersion.of(note.version())), notes::restore));
    }
}
