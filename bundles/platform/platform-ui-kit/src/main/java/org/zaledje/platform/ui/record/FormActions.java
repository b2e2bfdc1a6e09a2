package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/** What can be done with a form: saved, set back, deleted; and what came of it. */
final class FormActions<T> {

    /** The page around a form. */
    interface Page<T> {
        /** The record as it is now. */
        Optional<T> reread(T record);

        /** Who has changed it last, when, as a sentence. */
        String lastChange(T record);

        void saved(T record);

        void created(T record);

        void deleted(T record, Optional<Runnable> undo);
    }

    private final RecordForm<T> form;
    private final Div notice = new Div();
    private final Div buttons = new Div();
    private final Button save = new Button(RecordTexts.tell("save"), click -> save());
    private final Button reset = new Button(RecordTexts.tell("reset"), click -> reset());
    private final Button delete = new Button(RecordTexts.tell("delete"), click -> delete());
    private Page<T> page;
    private Optional<T> record = Optional.empty();
    private Optional<BiFunction<T, FormInput, T>> saving = Optional.empty();
    private Optional<Function<FormInput, T>> creating = Optional.empty();
    private Optional<Consumer<T>> deleting = Optional.empty();
    private Optional<Consumer<T>> restoring = Optional.empty();
    private Predicate<T> editable = any -> true;

    FormActions(RecordForm<T> form) {
        this.form = form;
        notice.addClassName("z-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setId("form-notice");
        notice.setVisible(false);
        buttons.addClassName("z-form-buttons");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        save.setDisableOnClick(true);
        reset.setId("reset");
        delete.setId("delete");
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        buttons.add(save, reset, delete);
    }

    Component notice() {
        return notice;
    }

    Component buttons() {
        return buttons;
    }

    void saving(BiFunction<T, FormInput, T> how) {
        saving = Optional.of(how);
    }

    void creating(Function<FormInput, T> how) {
        creating = Optional.of(how);
    }

    void deleting(Consumer<T> how, Optional<Consumer<T>> restore) {
        deleting = Optional.of(how);
        restoring = restore;
    }

    void editable(Predicate<T> may) {
        editable = may;
    }

    boolean creates() {
        return creating.isPresent();
    }

    void on(Page<T> around) {
        page = around;
    }

    /** Shows a record, or an empty form for a new one. */
    void show(Optional<T> shown) {
        record = shown;
        form.fields().forEach(field -> shown.ifPresentOrElse(field::show, field::empty));
        boolean mayChange = shown.map(given -> saving.isPresent() && editable.test(given)).orElse(true);
        form.fields().forEach(field -> field.readOnly(!mayChange));
        buttons.setVisible(mayChange);
        delete.setVisible(shown.isPresent() && deleting.isPresent());
        tell("");
        FormGuard.forget(form.getContent());
        typed();
    }

    void typed() {
        reset.setEnabled(form.hasUnsavedInput());
    }

    private void reset() {
        show(record);
        form.fields().findFirst().ifPresent(FormField::focus);
    }

    private void save() {
        save.setEnabled(true);
        tell("");
        form.fields().forEach(field -> field.tellProblem(field.isMissing() ? RecordTexts.tell("required") : ""));
        Optional<FormField<T, ?>> hindering =
                form.fields().filter(field -> field.isMissing() || field.isUnreadable()).findFirst();
        if (hindering.isPresent()) {
            hindering.get().focus();
            return;
        }
        try {
            boolean isNew = record.isEmpty();
            T saved = isNew ? creating.orElseThrow().apply(form.input())
                    : saving.orElseThrow().apply(record.get(), form.input());
            show(Optional.of(saved));
            if (isNew) {
                page.created(saved);
            } else {
                page.saved(saved);
            }
            Messages.success(RecordTexts.text("saved"));
        } catch (ProblemException e) {
            tell(e);
        }
    }

    private void tell(ProblemException problem) {
        if (problem.kind() == ProblemException.Kind.CHANGED_MEANWHILE && record.isPresent()) {
            meet(record.get());
            return;
        }
        List<Violation> elsewhere = new ArrayList<>();
        List<FormField<T, ?>> wrong = new ArrayList<>();
        for (Violation violation : problem.violations()) {
            Optional<FormField<T, ?>> field = form.field(violation.location().replaceFirst("^/", ""));
            field.ifPresentOrElse(at -> {
                at.tellProblem(Language.tell(violation.message()));
                wrong.add(at);
            }, () -> elsewhere.add(violation));
        }
        if (wrong.isEmpty() || !elsewhere.isEmpty()) {
            tell(Language.tell(problem.detail()) + elsewhere.stream()
                    .map(violation -> " " + Language.tell(violation.message())).collect(Collectors.joining()));
        }
        wrong.stream().findFirst().ifPresent(FormField::focus);
    }

    /** Somebody else was faster: what both have changed is shown twice, and saving again decides. */
    private void meet(T mine) {
        Optional<T> theirs = page.reread(mine);
        if (theirs.isEmpty()) {
            tell(RecordTexts.tell("conflict.deleted"));
            return;
        }
        record = theirs;
        List<String> both = new ArrayList<>();
        form.fields().forEach(field -> {
            if (field.meet(theirs.get())) {
                both.add(Language.tell(field.label()));
            }
        });
        String who = page.lastChange(theirs.get());
        tell(both.isEmpty() ? RecordTexts.tell("conflict.elsewhere", who)
                : RecordTexts.tell("conflict.both", who, String.join(", ", both)));
        typed();
    }

    private void delete() {
        T deleted = record.orElseThrow();
        if (restoring.isPresent()) {
            deleteNow(deleted);
        } else {
            Confirmation.ask(RecordTexts.text("delete.ask"), RecordTexts.text("delete.means"), RecordTexts.text("delete"),
                    () -> deleteNow(deleted));
        }
    }

    private void deleteNow(T deleted) {
        try {
            deleting.orElseThrow().accept(deleted);
        } catch (ProblemException e) {
            tell(e);
            return;
        }
        show(record);
        page.deleted(deleted, restoring.map(restore -> () -> restore.accept(deleted)));
    }

    private void tell(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }
}
