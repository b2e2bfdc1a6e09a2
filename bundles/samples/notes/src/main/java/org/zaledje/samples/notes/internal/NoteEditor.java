package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/**
 * Changes or deletes a note. When somebody else has changed it in the meantime, what they wrote is shown beside what was
 * typed here, and saving once more decides for the latter.
 */
final class NoteEditor extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Notes notes;
    private final transient Runnable whenDone;
    private final TextField title = new TextField(Language.tell(TEXTS.text("title")));
    private final TextArea text = new TextArea(Language.tell(TEXTS.text("text")));
    private final UnitField unit;
    private transient Note read;

    NoteEditor(Notes notes, Units units, AuditLog audit, Note note, Runnable whenDone) {
        this.notes = notes;
        this.whenDone = whenDone;
        read = note;
        unit = new UnitField(units);
        unit.setLabel(Language.tell(TEXTS.text("unit")));
        unit.choose(note.unit());
        unit.setVisible(unit.offersAny());
        unit.setWidthFull();
        setHeaderTitle(Language.tell(TEXTS.text("edit")));
        title.setValue(note.title());
        title.setMaxLength(Note.TITLE_LENGTH_MAX);
        title.setWidthFull();
        title.setId("edit-title");
        text.setValue(note.text());
        text.setMaxLength(Note.TEXT_LENGTH_MAX);
        text.setWidthFull();
        text.setId("edit-text");
        Activity activity = new Activity(audit, Notes.record(note.id()), NotesFunction.READ, action -> TEXTS.text(action));
        add(new VerticalLayout(title, text, unit, activity));
        Button delete = new Button(Language.tell(TEXTS.text("delete")), click -> Confirmation.ask(TEXTS.text("delete.ask"),
                TEXTS.text("delete.means", note.title()), TEXTS.text("delete"),
                () -> attempt(() -> notes.delete(read.id(), ExpectedVersion.of(read.version())))));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        delete.setId("delete-note");
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> attempt(
                () -> notes.change(read.id(), title.getValue(), text.getValue(), unit.chosen(),
                        ExpectedVersion.of(read.version()))));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save-note");
        getFooter().add(delete, new Button(Language.tell(TEXTS.text("cancel")), click -> close()), save);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            close();
            whenDone.run();
        } catch (ProblemException e) {
            Messages.problem(e);
            if (e.kind() == ProblemException.Kind.CHANGED_MEANWHILE) {
                notes.find(read.id()).ifPresent(this::showTheirs);
            }
        }
    }

    private void showTheirs(Note theirs) {
        read = theirs;
        title.setHelperText(Language.tell(TEXTS.text("theirs", theirs.title())));
        text.setHelperText(Language.tell(TEXTS.text("theirs", theirs.text())));
    }
}
