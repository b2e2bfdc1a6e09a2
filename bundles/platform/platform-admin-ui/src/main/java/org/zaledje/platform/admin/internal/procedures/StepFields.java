package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.ui.Language;

/** The fields of one step. */
final class StepFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final double MINUTES = 60;

    private final WordingFields title;
    private final Select<Step.Kind> kind = new Select<>();
    private final IntegerField approvals = new IntegerField(Language.tell(TEXTS.text("approvals")));
    private final NumberField due = new NumberField(Language.tell(TEXTS.text("due")));
    private final MultiSelectComboBox<String> after = new MultiSelectComboBox<>(Language.tell(TEXTS.text("after")));
    private final MultiSelectComboBox<String> others = new MultiSelectComboBox<>(Language.tell(TEXTS.text("other-than")));
    private final CandidateFields candidates;
    private final CandidateFields escalation;
    private final ConditionFields conditions;
    private final transient Runnable changed;
    private String key = "";
    private transient boolean filling;

    StepFields(List<Fact> facts, CandidateNames names, Runnable changed) {
        this.changed = changed;
        title = new WordingFields(TEXTS.text("step.title"), this::told);
        kind.setLabel(Language.tell(TEXTS.text("kind")));
        kind.setItems(Step.Kind.values());
        kind.setItemLabelGenerator(each -> Language.tell(TEXTS.text("kind." + each)));
        kind.addValueChangeListener(change -> told());
        approvals.setMin(1);
        approvals.setMax(Step.APPROVALS_MAX);
        approvals.setHasControls(true);
        approvals.addValueChangeListener(change -> told());
        due.setMin(0);
        due.setHelperText(Language.tell(TEXTS.text("due.help")));
        due.addValueChangeListener(change -> told());
        after.addValueChangeListener(change -> told());
        others.addValueChangeListener(change -> told());
        candidates = new CandidateFields(TEXTS.text("candidates"), Step.CANDIDATES_MAX, names, this::told);
        escalation = new CandidateFields(TEXTS.text("escalation"), 1, names, this::told);
        conditions = new ConditionFields(facts, this::told);
        Div plain = new Div(kind, approvals, due, after, others);
        plain.addClassName("z-step-plain");
        add(title, plain, candidates, conditions, escalation);
        addClassName("z-step-fields");
    }

    private void told() {
        if (!filling) {
            changed.run();
        }
    }

    void show(Step step, List<Step> all) {
        filling = true;
        key = step.key();
        title.setValue(step.title());
        kind.setValue(step.kind());
        approvals.setValue(step.approvals());
        due.setValue(step.due().map(time -> time.toMinutes() / MINUTES).orElse(null));
        List<String> keys = new ArrayList<>(all.stream().map(Step::key).filter(other -> !other.equals(key)).toList());
        name(after, keys, all, step.after());
        keys.add(0, Step.STARTER);
        name(others, keys, all, step.otherThan());
        candidates.setValues(step.candidates());
        escalation.setValues(step.escalation().stream().toList());
        conditions.setValues(step.conditions());
        filling = false;
    }

    private static void name(MultiSelectComboBox<String> field, List<String> keys, List<Step> all, Set<String> chosen) {
        field.setItemLabelGenerator(each -> all.stream().filter(step -> step.key().equals(each)).findFirst()
                .map(step -> Language.tell(step.title())).orElseGet(() -> Language.tell(TEXTS.text("starter"))));
        field.setItems(List.copyOf(keys));
        field.setValue(chosen);
    }

    Step step() {
        return new Step(key, title.value(), kind.getValue(), after.getValue(), conditions.values(), candidates.values(),
                Optional.ofNullable(approvals.getValue()).orElse(1), others.getValue(),
                Optional.ofNullable(due.getValue()).map(hours -> Duration.ofMinutes(Math.round(hours * MINUTES))),
                escalation.values().stream().findFirst());
    }

    /** A step that is to be filled in. */
    static Step fresh(List<Step> all) {
        int number = all.size() + 1;
        while (isTaken("step-" + number, all)) {
            number++;
        }
        return new Step("step-" + number, Wording.of(TEXTS.text("step.new")), Step.Kind.APPROVAL,
                all.isEmpty() ? Set.of() : Set.of(all.get(all.size() - 1).key()), List.of(), List.of(), 1, Set.of(Step.STARTER),
                Optional.empty(), Optional.empty());
    }

    private static boolean isTaken(String key, List<Step> all) {
        return all.stream().anyMatch(step -> step.key().equals(key));
    }
}
