package org.zaledje.samples.notes.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.persistence.ListCondition;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.security.Reach;

/**
 * Writes and reads the current company's notes. Both doors, REST and the page, go through here. Who has a right in some
 * organisational units only finds and changes the notes of these: others are not there for them.
 */
@Component(service = Notes.class)
public final class Notes {

    /** What can be asked of the list of notes; the newest come first, for ids are in the order of time. */
    static final ListSchema NOTES = ListSchema.of("notes.notes", "-id")
            .with(ListField.of("title", FieldType.TEXT).equal().contains().sorted())
            .with(ListField.of("writtenAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("writtenBy", FieldType.TEXT).equal().sorted());

    private static final KeysetList<NoteRow> LIST = KeysetList.of(NoteRow.class, NOTES)
            .held("writtenAt", "writtenAt", Stored.TIMESTAMP);

    private final CompanyData data;
    private final Units units;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;
    private final AuditTrail trail;

    @Activate
    public Notes(
            @Reference(target = "(osgi.unit.name=notes)") CompanyData data,
            @Reference Units units,
            @Reference Callers callers,
            @Reference IdSource ids,
            @Reference Clock clock,
            @Reference AuditTrail trail) {
        this.data = data;
        this.units = units;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    /** Keeps a new note. */
    Note write(String title, String text, Optional<UUID> unit) {
        Caller writer = callers.requireIn(unit, NotesFunction.WRITE);
        check(title, text, unit);
        Note note = new Note(ids.next(), title, text, unit, clock.instant().truncatedTo(ChronoUnit.MILLIS), writer.name(), 0);
        return data.in(rows -> {
            NoteRow row = new NoteRow(note);
            rows.add(row);
            rows.release();
            trail.record(Change.created(record(note.id()), "notes.note.write", fields(note)));
            return row.toNote();
        });
    }

    /**
     * Changes a note.
     *
     * @return the note as it is now
     * @throws ProblemException NOT_FOUND; FORBIDDEN when it may not go to that unit; CHANGED_MEANWHILE when it has another
     *                          version than expected
     */
    Note change(UUID id, String title, String text, Optional<UUID> unit, ExpectedVersion expected) {
        Reach reach = callers.reach(NotesFunction.WRITE);
        return data.in(rows -> {
            NoteRow row = locked(rows, id, reach, expected);
            callers.requireIn(unit, NotesFunction.WRITE);
            check(title, text, unit.equals(row.unit()) ? Optional.empty() : unit);
            Note before = row.toNote();
            row.change(title, text, unit);
            rows.write();
            trail.record(new Change(record(id), "notes.note.change", fields(before), fields(row.toNote())));
            return row.toNote();
        });
    }

    /** Deletes a note; throws as {@link #change}. */
    void delete(UUID id, ExpectedVersion expected) {
        Reach reach = callers.reach(NotesFunction.WRITE);
        data.in(rows -> {
            NoteRow row = locked(rows, id, reach, expected);
            rows.remove(row);
            trail.record(new Change(record(id), "notes.note.delete", fields(row.toNote()), Map.of()));
            return id;
        });
    }

    /** Writes a note again that was deleted, as it was; throws as {@link #write}, and CONFLICT when it is there. */
    Note restore(Note deleted) {
        callers.requireIn(deleted.unit(), NotesFunction.WRITE);
        check(deleted.title(), deleted.text(), deleted.unit());
        return data.in(rows -> {
            if (rows.find(NoteRow.class, deleted.id()).isPresent()) {
                throw ProblemException.of(ProblemException.Kind.CONFLICT, "notes.note.present", NotesFunction.TEXTS.text("note.present"));
            }
            NoteRow row = new NoteRow(deleted);
            rows.add(row);
            rows.release();
            trail.record(Change.created(record(deleted.id()), "notes.note.restore", fields(deleted)));
            return row.toNote();
        });
    }

    static RecordRef record(UUID note) {
        return new RecordRef("notes.note", note.toString());
    }

    private static Map<String, String> fields(Note note) {
        Map<String, String> fields = new TreeMap<>(Map.of("title", note.title(), "text", note.text()));
        note.unit().ifPresent(unit -> fields.put("unit", unit.toString()));
        return fields;
    }

    /** The note, which nobody else can change until the transaction ends. */
    private NoteRow locked(CompanyRows rows, UUID id, Reach reach, ExpectedVersion expected) {
        NoteRow row = rows.lock(NoteRow.class, id).filter(found -> reach.covers(found.unit())).orElseThrow(() -> notFound(id));
        expected.require(row.toNote().version());
        return row;
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(ProblemException.Kind.NOT_FOUND, "notes.note.not-found",
                NotesFunction.TEXTS.text("note.not-found", id.toString()));
    }

    Optional<Note> find(UUID id) {
        Reach reach = callers.reach(NotesFunction.READ);
        return data.in(rows -> rows.find(NoteRow.class, id).filter(row -> reach.covers(row.unit())).map(NoteRow::toNote));
    }

    /** How many notes match. */
    RowCount count(ListQuery query) {
        Reach reach = callers.reach(NotesFunction.READ);
        return data.in(rows -> reach.everywhere() ? LIST.count(rows, query) : LIST.count(rows, query, in(reach)));
    }

    private static ListCondition in(Reach reach) {
        return (none, parameter) -> "r.unit in " + parameter.apply(List.copyOf(reach.units()));
    }

    /** Deletes notes in one transaction, as they were read; throws as {@link #delete}, and then all are still there. */
    void deleteAll(Collection<Note> read) {
        data.in(rows -> {
            read.forEach(note -> delete(note.id(), ExpectedVersion.of(note.version())));
            return read;
        });
    }

    /** Notes, as {@link #NOTES} offers them. */
    Page<Note> list(ListQuery query) {
        Reach reach = callers.reach(NotesFunction.READ);
        return data.in(rows -> reach.everywhere()
                ? LIST.page(rows, query)
                : LIST.page(rows, query, in(reach)))
                .map(NoteRow::toNote);
    }

    private void check(String title, String text, Optional<UUID> unit) {
        List<Violation> violations = violations(title, text, unit);
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken("notes.note.invalid", NotesFunction.TEXTS.text("note.invalid"), violations);
        }
    }

    /** What is wrong with a note. */
    List<Violation> violations(String title, String text, Optional<UUID> unit) {
        List<Violation> violations = new ArrayList<>();
        if (title.isBlank()) {
            violations.add(Violation.error("notes.title.missing", NotesFunction.TEXTS.text("title.missing"), "/title"));
        }
        if (title.length() > Note.TITLE_LENGTH_MAX) {
            violations.add(Violation.error("notes.title.too-long",
                    NotesFunction.TEXTS.text("title.too-long", Note.TITLE_LENGTH_MAX), "/title"));
        }
        if (text.length() > Note.TEXT_LENGTH_MAX) {
            violations.add(Violation.error("notes.text.too-long",
                    NotesFunction.TEXTS.text("text.too-long", Note.TEXT_LENGTH_MAX), "/text"));
        }
        if (unit.isPresent() && units.find(unit.get()).filter(found -> found.existsOn(LocalDate.now(clock))).isEmpty()) {
            violations.add(Violation.error("notes.unit.unknown", NotesFunction.TEXTS.text("unit.unknown"), "/unit"));
        }
        return violations;
    }
}
