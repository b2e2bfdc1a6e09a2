package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.ViewLayout;

/** The organisational units of the company as a tree; a click on one opens it for changes. */
final class UnitsView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient Units units;

    UnitsView(Units units) {
        super(TEXTS.text("units"));
        this.units = units;
        Button add = new Button(Language.tell(TEXTS.text("unit.new")), VaadinIcon.PLUS.create(),
                click -> new UnitEditor(units, Optional.empty(), this::show).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("new-unit");
        setActions(add);
        show();
    }

    private void show() {
        List<Unit> all = units.all();
        if (all.isEmpty()) {
            setContent(new EmptyState("sitemap", TEXTS.text("units.none"), TEXTS.text("units.none.todo")));
            return;
        }
        Formats formats = Formats.current();
        TreeGrid<Unit> tree = new TreeGrid<>();
        tree.setId("units");
        tree.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        tree.addHierarchyColumn(unit -> unit.details().code()).setHeader(Language.tell(TEXTS.text("unit.code")))
                .setAutoWidth(true).setFlexGrow(0);
        tree.addColumn(unit -> unit.details().name()).setHeader(Language.tell(TEXTS.text("unit.name")))
                .setAutoWidth(true);
        tree.addColumn(unit -> day(formats, unit.details().validFrom()))
                .setHeader(Language.tell(TEXTS.text("unit.from"))).setAutoWidth(true).setFlexGrow(0);
        tree.addColumn(unit -> day(formats, unit.details().validTo()))
                .setHeader(Language.tell(TEXTS.text("unit.to"))).setAutoWidth(true).setFlexGrow(0);
        tree.setDataProvider(new TreeDataProvider<>(tree(all)));
        tree.expand(all);
        tree.setSizeFull();
        tree.addItemClickListener(click -> new UnitEditor(units, Optional.of(click.getItem()), this::show).open());
        Div frame = new Div(tree);
        frame.addClassName("z-list");
        setContent(frame);
    }

    private static String day(Formats formats, Optional<LocalDate> day) {
        return day.map(formats::date).orElse("");
    }

    private static TreeData<Unit> tree(List<Unit> units) {
        Map<UUID, Unit> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        TreeData<Unit> tree = new TreeData<>();
        units.forEach(unit -> tree.addItem(unit.details().parent().map(byId::get).orElse(null), unit));
        return tree;
    }
}
