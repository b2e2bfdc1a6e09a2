package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.ui.Language;

/** Where a note is filed: an organisational unit of the company, or none. */
final class UnitField extends ComboBox<Unit> {

    private static final long serialVersionUID = 1L;

    private final transient List<Unit> units;

    UnitField(Units units) {
        this.units = units.all();
        setItems(this.units);
        setItemLabelGenerator(Unit::label);
        setPlaceholder(Language.tell(TEXTS.text("unit")));
        setClearButtonVisible(true);
        setId("note-unit");
    }

    boolean offersAny() {
        return !units.isEmpty();
    }

    void choose(Optional<UUID> unit) {
        setValue(units.stream().filter(each -> unit.equals(Optional.of(each.id()))).findFirst().orElse(null));
    }

    Optional<UUID> chosen() {
        return getOptionalValue().map(Unit::id);
    }
}
