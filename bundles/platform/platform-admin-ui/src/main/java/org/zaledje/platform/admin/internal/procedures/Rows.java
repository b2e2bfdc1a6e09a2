package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/** Fields for some values of a kind, each in a row that can be removed. */
abstract class Rows<T> extends Div {

    private static final long serialVersionUID = 1L;

    /** The fields of a value, and the value as they are filled. */
    record Row<T>(List<Component> fields, Supplier<Optional<T>> value) {
    }

    private final transient List<Row<T>> rows = new ArrayList<>();
    private final transient Runnable changed;
    private final int rowsMax;
    private final Div shown = new Div();
    private final Button add;

    Rows(LocalizedText title, LocalizedText addTitle, int rowsMax, Runnable changed) {
        this.rowsMax = rowsMax;
        this.changed = changed;
        addClassName("z-field-rows");
        add = new Button(Language.tell(addTitle), VaadinIcon.PLUS.create(), click -> {
            append(row(Optional.empty()));
            changed();
        });
        add.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(new H4(Language.tell(title)), shown, add);
    }

    /** The fields of a row, filled with a value or not. */
    abstract Row<T> row(Optional<T> value);

    final void changed() {
        changed.run();
    }

    final void setValues(List<T> values) {
        rows.clear();
        shown.removeAll();
        values.forEach(value -> append(row(Optional.of(value))));
        add.setVisible(rows.size() < rowsMax);
    }

    final List<T> values() {
        return rows.stream().flatMap(row -> row.value().get().stream()).toList();
    }

    private void append(Row<T> row) {
        rows.add(row);
        Div line = new Div();
        line.addClassName("z-field-row");
        line.add(row.fields().toArray(Component[]::new));
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            rows.remove(row);
            shown.remove(line);
            add.setVisible(true);
            changed();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.getElement().setAttribute("aria-label", Language.tell(TEXTS.text("row.remove")));
        line.add(remove);
        shown.add(line);
        add.setVisible(rows.size() < rowsMax);
    }
}
