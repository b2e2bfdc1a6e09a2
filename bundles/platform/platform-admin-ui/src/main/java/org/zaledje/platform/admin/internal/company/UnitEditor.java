package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.EditorDialog;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/** Adds a unit, or changes one. */
final class UnitEditor extends EditorDialog {

    private static final long serialVersionUID = 1L;

    private final TextField code = text("unit.code", UnitDetails.CODE_LENGTH_MAX);
    private final TextField name = text("unit.name", UnitDetails.NAME_LENGTH_MAX);
    private final ComboBox<Unit> parent = new ComboBox<>(Language.tell(TEXTS.text("unit.parent")));
    private final DateField from = new DateField(TEXTS.text("unit.from"));
    private final DateField to = new DateField(TEXTS.text("unit.to"));

    UnitEditor(Units units, Optional<Unit> unit, Runnable whenSaved) {
        setHeaderTitle(Language.tell(TEXTS.text(unit.isPresent() ? "unit" : "unit.new")));
        parent.setItems(units.all().stream().filter(each -> !unit.equals(Optional.of(each))).toList());
        parent.setItemLabelGenerator(Unit::label);
        parent.setClearButtonVisible(true);
        parent.setPlaceholder(Language.tell(TEXTS.text("unit.parent.none")));
        to.setHelperText(Language.tell(TEXTS.text("unit.to.help")));
        FormLayout form = new FormLayout(code, name, parent, from, to);
        form.setMaxWidth("36rem");
        add(form);
        unit.ifPresent(given -> show(units, given));
        watch(code, name, parent, from, to);
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> {
            if (Messages.attempt(() -> unit.ifPresentOrElse(
                    given -> units.change(given.id(), ExpectedVersion.of(given.version()), value()),
                    () -> units.add(value())))) {
                close();
                whenSaved.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save-unit");
        getFooter().add(new Button(Language.tell(TEXTS.text("cancel")), click -> leave()), save);
    }

    private void show(Units units, Unit unit) {
        code.setValue(unit.details().code());
        name.setValue(unit.details().name());
        unit.details().parent().flatMap(units::find).ifPresent(parent::setValue);
        from.setValue(unit.details().validFrom().orElse(null));
        to.setValue(unit.details().validTo().orElse(null));
    }

    private UnitDetails value() {
        return new UnitDetails(code.getValue(), name.getValue(), parent.getOptionalValue().map(Unit::id),
                from.getOptionalValue(), to.getOptionalValue());
    }

    private static TextField text(String key, int length) {
        TextField field = new TextField(Language.tell(TEXTS.text(key)));
        field.setId(key.replace('.', '-'));
        field.setMaxLength(length);
        field.setRequiredIndicatorVisible(true);
        return field;
    }
}
