package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/** Fields for who may take a task, a row for each candidate. */
final class CandidateFields extends Rows<Candidate> {

    private static final long serialVersionUID = 1L;

    private final transient CandidateNames names;

    CandidateFields(LocalizedText title, int rowsMax, CandidateNames names, Runnable changed) {
        super(title, TEXTS.text("candidate.add"), rowsMax, changed);
        this.names = names;
    }

    @Override
    Row<Candidate> row(Optional<Candidate> given) {
        Select<Candidate.Kind> kind = new Select<>();
        kind.setLabel(Language.tell(TEXTS.text("candidate.kind")));
        kind.setItems(Candidate.Kind.values());
        kind.setItemLabelGenerator(each -> Language.tell(TEXTS.text("candidate.kind." + each)));
        ComboBox<String> name = new ComboBox<>(Language.tell(TEXTS.text("candidate.name")));
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(typed -> name.setValue(typed.getDetail().strip()));
        kind.addValueChangeListener(change -> offer(name, change.getValue(), ""));
        kind.setValue(given.map(Candidate::kind).orElse(Candidate.Kind.ROLE));
        offer(name, kind.getValue(), given.map(Candidate::name).orElse(""));
        kind.addValueChangeListener(change -> changed());
        name.addValueChangeListener(change -> changed());
        return new Row<>(List.of(kind, name), () -> candidate(kind.getValue(), Optional.ofNullable(name.getValue()).orElse("")));
    }

    private void offer(ComboBox<String> name, Candidate.Kind kind, String value) {
        List<String> known = names.of(kind);
        name.setItems(known);
        name.setVisible(kind != Candidate.Kind.STARTER);
        if (value.isEmpty()) {
            name.clear();
        } else {
            name.setValue(value);
        }
    }

    /** A row that is not filled yet is none. */
    private static Optional<Candidate> candidate(Candidate.Kind kind, String name) {
        if (kind == Candidate.Kind.STARTER) {
            return Optional.of(Candidate.starter());
        }
        return name.isBlank() || name.length() > Candidate.NAME_LENGTH_MAX ? Optional.empty() : Optional.of(new Candidate(kind, name));
    }
}
