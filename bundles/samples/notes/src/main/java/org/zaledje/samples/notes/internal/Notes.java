package org.zaledje.samples.notes.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Writes and reads the current company's notes. Both doors, REST and the page, go through here. */
@Component(service = Notes.class)
public final class Notes {

    private final JpaTemplate jpa;
    private final Callers callers;
    private final Companies companies;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public Notes(
            @Reference(target = "(osgi.unit.name=notes)") JpaTemplate jpa,
            @Reference Callers callers,
            @Reference Companies companies,
            @Reference IdSource ids,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.callers = callers;
        this.companies = companies;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a new note. */
    Note write(String title, String text) {
        Caller writer = callers.require(NotesFunction.WRITE);
        check(title, text);
        Note note = new Note(ids.next(), title, text, clock.instant().truncatedTo(ChronoUnit.MILLIS), writer.name(), 0);
        return jpa.txExpr(manager -> {
            NoteRow row = new NoteRow(companies.current().id(), note);
            manager.persist(row);
            manager.flush();
            return row.toNote();
        });
    }

    /**
     * Changes a note.
     *
     * @return the note as it is now
     * @throws ProblemException NOT_FOUND; CHANGED_MEANWHILE when it has another version than expected
     */
    Note change(UUID id, String title, String text, ExpectedVersion expected) {
        callers.require(NotesFunction.WRITE);
        check(title, text);
        return jpa.txExpr(manager -> {
            NoteRow row = locked(manager, id, expected);
            row.change(title, text);
            manager.flush();
            return row.toNote();
        });
    }

    /** Deletes a note; throws as {@link #change}. */
    void delete(UUID id, ExpectedVersion expected) {
        callers.require(NotesFunction.WRITE);
        jpa.tx(manager -> manager.remove(locked(manager, id, expected)));
    }

    /** The note, which nobody else can change until the transaction ends. */
    private NoteRow locked(EntityManager manager, UUID id, ExpectedVersion expected) {
        NoteRow.Key key = new NoteRow.Key(companies.current().id(), id);
        NoteRow row = Optional.ofNullable(manager.find(NoteRow.class, key, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> notFound(id));
        expected.require(row.toNote().version());
        return row;
    }

    static ProblemException notFound(UUID id) {
        return ProblemException.of(ProblemException.Kind.NOT_FOUND, "notes.note.not-found",
                NotesFunction.TEXTS.text("note.not-found", id.toString()));
    }

    Optional<Note> find(UUID id) {
        callers.require(NotesFunction.READ);
        NoteRow.Key key = new NoteRow.Key(companies.current().id(), id);
        return jpa.txExpr(manager -> Optional.ofNullable(manager.find(NoteRow.class, key)).map(NoteRow::toNote));
    }

    /** Notes, newest first: ids are in the order of time, so the id of the last one seen is the cursor. */
    Page<Note> list(PageRequest request) {
        callers.require(NotesFunction.READ);
        String before = request.cursor().map(Notes::checkedCursor).orElse("g");
        List<Note> notes = jpa.txExpr(manager -> manager
                .createQuery("select n from NoteRow n where n.companyId = :company and n.id < :before order by n.id desc",
                        NoteRow.class)
                .setParameter("company", companies.current().id().toString())
                .setParameter("before", before)
                .setMaxResults(request.limit() + 1)
                .getResultList().stream().map(NoteRow::toNote).toList());
        return Page.of(notes, request, note -> note.id().toString());
    }

    private static String checkedCursor(String cursor) {
        try {
            return UUID.fromString(cursor).toString();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemException.Kind.UNREADABLE, "paging.cursor-invalid",
                    NotesFunction.TEXTS.text("cursor.invalid"));
        }
    }

    private static void check(String title, String text) {
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
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken("notes.note.invalid", NotesFunction.TEXTS.text("note.invalid"), violations);
        }
    }
}
