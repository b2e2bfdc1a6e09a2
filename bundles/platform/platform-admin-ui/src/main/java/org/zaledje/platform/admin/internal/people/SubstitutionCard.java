package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.procedure.Substitution;
import org.zaledje.platform.procedure.Substitutions;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.task.ColleagueField;

/** Who stands in for the reader, and for whom the reader does. */
final class SubstitutionCard extends Div {

    private static final long serialVersionUID = 1L;

    SubstitutionCard(Substitutions substitutions, Colleagues colleagues, String self) {
        addClassName("z-card");
        ColleagueField substitute = new ColleagueField(TEXTS.text("substitution.substitute"), colleagues);
        substitute.setId("substitute");
        DatePicker from = new DateField(TEXTS.text("substitution.from"));
        DatePicker to = new DateField(TEXTS.text("substitution.to"));
        RecordList<Substitution> list = list(substitutions);
        Button add = new Button(Language.tell(TEXTS.text("substitution.add")), click -> {
            boolean filled = !substitute.isEmpty() && !from.isEmpty() && !to.isEmpty();
            substitute.setInvalid(substitute.isEmpty());
            from.setInvalid(from.isEmpty());
            to.setInvalid(to.isEmpty());
            if (filled && Messages.attempt(() ->
                    substitutions.add(self, substitute.getValue().name(), from.getValue(), to.getValue()))) {
                substitute.clear();
                from.clear();
                to.clear();
                list.refresh();
            }
        });
        add.setId("add-substitution");
        add(new H2(Language.tell(TEXTS.text("substitutions"))), new Paragraph(Language.tell(TEXTS.text("substitutions.text"))),
                AccountView.row(substitute, from, to, add), list);
    }

    private static RecordList<Substitution> list(Substitutions substitutions) {
        Formats formats = Formats.current();
        RecordList<Substitution> list = new RecordList<Substitution>(request -> new Page<>(substitutions.list(), Optional.empty()))
                .text(TEXTS.text("substitution.person"), Substitution::person)
                .text(TEXTS.text("substitution.substitute"), Substitution::substitute)
                .text(TEXTS.text("substitution.from"), each -> formats.date(each.from()))
                .text(TEXTS.text("substitution.to"), each -> formats.date(each.to()));
        list.grid().addComponentColumn(each -> {
            Button end = new Button(Language.tell(TEXTS.text("substitution.remove")), click -> {
                if (Messages.attempt(() -> substitutions.remove(each.id()))) {
                    list.refresh();
                }
            });
            end.addThemeVariants(ButtonVariant.LUMO_SMALL);
            return end;
        }).setAutoWidth(true).setFlexGrow(0);
        return list.withinPage();
    }
}
