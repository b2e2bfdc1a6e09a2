package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.ui.Language;

/** The roles that a user has, each with the company and the organisational units it holds in. */
final class AssignmentFields extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private record Line(Select<Role> role, Select<Company> company, MultiSelectComboBox<Unit> units) {

        Optional<RoleAssignment> value() {
            return role.getOptionalValue().map(chosen -> new RoleAssignment(chosen.id(),
                    company.getOptionalValue().map(Company::id),
                    units.getValue().stream().map(Unit::id).collect(Collectors.toSet())));
        }
    }

    private final transient List<Role> roles;
    private final transient List<Company> companies;
    private final transient Units units;
    private final transient List<Line> lines = new ArrayList<>();
    private final Div rows = new Div();

    AssignmentFields(Roles roles, CompanyAdministration companies, Units units) {
        this.roles = roles.all();
        this.companies = companies.all().stream().filter(company -> !company.isClosed()).toList();
        this.units = units;
        Button add = new Button(Language.tell(TEXTS.text("assignment.add")), VaadinIcon.PLUS.create(),
                click -> addLine(Optional.empty()));
        add.setId("add-role");
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().add(new H2(Language.tell(TEXTS.text("roles"))), rows, add);
        getContent().addClassName("z-card");
    }

    void setValue(List<RoleAssignment> assignments) {
        lines.clear();
        rows.removeAll();
        assignments.forEach(each -> addLine(Optional.of(each)));
    }

    List<RoleAssignment> value() {
        return lines.stream().flatMap(line -> line.value().stream()).toList();
    }

    private void addLine(Optional<RoleAssignment> content) {
        Select<Role> role = new Select<>();
        role.setLabel(Language.tell(TEXTS.text("role")));
        role.setItems(roles);
        role.setItemLabelGenerator(Role::name);
        Select<Company> company = new Select<>();
        company.setLabel(Language.tell(TEXTS.text("company")));
        company.setItems(companies);
        company.setEmptySelectionAllowed(true);
        String everywhere = Language.tell(TEXTS.text("company.all"));
        company.setEmptySelectionCaption(everywhere);
        company.setItemLabelGenerator(each -> each == null ? everywhere : each.name());
        MultiSelectComboBox<Unit> parts = new MultiSelectComboBox<>(Language.tell(TEXTS.text("units")));
        parts.setPlaceholder(Language.tell(TEXTS.text("units.all")));
        parts.setItemLabelGenerator(Unit::label);
        offer(parts, null);
        company.addValueChangeListener(chosen -> offer(parts, chosen.getValue()));
        content.ifPresent(given -> {
            roles.stream().filter(each -> each.id().equals(given.role())).findFirst().ifPresent(role::setValue);
            companies.stream().filter(each -> given.company().equals(Optional.of(each.id()))).findFirst()
                    .ifPresent(company::setValue);
            parts.setValue(parts.getListDataView().getItems().filter(unit -> given.units().contains(unit.id()))
                    .collect(Collectors.toSet()));
        });
        Line line = new Line(role, company, parts);
        FlexLayout row = new FlexLayout(role, company, parts);
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            lines.remove(line);
            rows.remove(row);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.getElement().setAttribute("aria-label", Language.tell(TEXTS.text("assignment.remove")));
        row.add(remove);
        row.setAlignItems(Alignment.BASELINE);
        row.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        row.getStyle().set("gap", "var(--lumo-space-s)");
        lines.add(line);
        rows.add(row);
    }

    /** Units are chosen only where there are any. */
    private void offer(MultiSelectComboBox<Unit> parts, Company company) {
        List<Unit> offered = company == null ? List.of() : units.of(company.id());
        parts.clear();
        parts.setItems(offered);
        parts.setVisible(!offered.isEmpty());
    }
}
