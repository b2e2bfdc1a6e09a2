package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.ui.Language;

/** Fields for what must hold, a row for each condition. */
final class ConditionFields extends Rows<Condition> {

    private static final long serialVersionUID = 1L;

    private final transient List<Fact> facts;

    ConditionFields(List<Fact> facts, Runnable changed) {
        super(TEXTS.text("conditions"), TEXTS.text("condition.add"), Step.CONDITIONS_MAX, changed);
        this.facts = facts;
    }

    @Override
    Row<Condition> row(Optional<Condition> given) {
        Select<Fact> fact = new Select<>();
        fact.setLabel(Language.tell(TEXTS.text("fact")));
        fact.setItems(facts);
        fact.setItemLabelGenerator(each -> Language.tell(each.title()));
        Select<Condition.Relation> relation = new Select<>();
        relation.setLabel(Language.tell(TEXTS.text("relation")));
        relation.setItems(Condition.Relation.values());
        relation.setItemLabelGenerator(each -> Language.tell(TEXTS.text("relation." + each)));
        TextField value = new TextField(Language.tell(TEXTS.text("value")));
        value.setMaxLength(Condition.VALUE_LENGTH_MAX);
        fact.setValue(given.flatMap(each -> facts.stream().filter(known -> known.name().equals(each.fact())).findFirst())
                .orElse(facts.get(0)));
        relation.setValue(given.map(Condition::relation).orElse(Condition.Relation.EQUAL));
        value.setValue(given.map(Condition::value).orElse(""));
        fact.addValueChangeListener(change -> changed());
        relation.addValueChangeListener(change -> changed());
        value.addValueChangeListener(change -> changed());
        return new Row<>(List.of(fact, relation, value),
                () -> Optional.of(new Condition(fact.getValue().name(), relation.getValue(), value.getValue().strip())));
    }
}
