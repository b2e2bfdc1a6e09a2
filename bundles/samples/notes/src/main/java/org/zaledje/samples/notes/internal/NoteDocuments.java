package org.zaledje.samples.notes.internal;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.document.DocumentOwner;
import org.zaledje.platform.security.Callers;

/** Notes may have documents. */
@Component
public final class NoteDocuments implements DocumentOwner {

    private final Notes notes;
    private final Callers callers;

    @Activate
    public NoteDocuments(@Reference Notes notes, @Reference Callers callers) {
        this.notes = notes;
        this.callers = callers;
    }

    @Override
    public String recordType() {
        return "notes.note";
    }

    @Override
    public boolean mayRead(String recordId) {
        return find(recordId).isPresent();
    }

    @Override
    public boolean mayChange(String recordId) {
        return callers.current().filter(caller -> caller.maySomewhere(NotesFunction.WRITE)).isPresent()
                && find(recordId).filter(note -> callers.reach(NotesFunction.WRITE).covers(note.unit())).isPresent();
    }

    @Override
    public Optional<String> name(String recordId) {
        return find(recordId).map(Note::title);
    }

    @Override
    public Optional<String> page(String recordId) {
        return Optional.of(NotesFunction.ID + "/" + recordId);
    }

    private Optional<Note> find(String recordId) {
        return callers.current().filter(caller -> caller.maySomewhere(NotesFunction.READ))
                .flatMap(caller -> id(recordId)).flatMap(notes::find);
    }

    private static Optional<UUID> id(String recordId) {
        try {
            return Optional.of(UUID.fromString(recordId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
