package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zaledje.platform.people.FunctionPermissions;
import org.zaledje.platform.people.FunctionPermissions.Permission;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.ui.Language;

/** Fields for a role: its permissions stand by function, and those of functions that are not installed stay. */
final class RoleFields extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(Language.tell(TEXTS.text("role.name")));
    private final TextField description = new TextField(Language.tell(TEXTS.text("role.description")));
    private final Checkbox secondFactor = new Checkbox(Language.tell(TEXTS.text("role.second-factor")));
    private final transient List<CheckboxGroup<String>> groups = new ArrayList<>();
    private final Div permissions = new Div();
    private final transient List<FunctionPermissions> offered;

    RoleFields(List<FunctionPermissions> offered) {
        this.offered = offered;
        name.setId("role-name");
        name.setMaxLength(Role.NAME_LENGTH_MAX);
        description.setMaxLength(Role.DESCRIPTION_LENGTH_MAX);
        FormLayout form = new FormLayout(name, description, secondFactor);
        form.addClassName("z-card");
        permissions.addClassName("z-cards");
        permissions.getStyle().set("margin-top", "var(--lumo-space-m)");
        getContent().add(form, permissions);
    }

    void setValue(RoleDraft draft) {
        name.setValue(draft.name());
        description.setValue(draft.description());
        secondFactor.setValue(draft.secondFactorRequired());
        groups.clear();
        permissions.removeAll();
        Set<String> others = new TreeSet<>(draft.permissions());
        for (FunctionPermissions function : offered) {
            Map<String, String> titles = function.permissions().stream()
                    .collect(Collectors.toMap(Permission::id, each -> Language.tell(each.title())));
            others.removeAll(titles.keySet());
            addGroup(Language.tell(function.title()), titles, draft.permissions());
        }
        if (!others.isEmpty()) {
            addGroup(Language.tell(TEXTS.text("permissions.others")),
                    others.stream().collect(Collectors.toMap(each -> each, each -> each)), others);
        }
    }

    RoleDraft value() {
        Set<String> chosen = new HashSet<>();
        groups.forEach(group -> chosen.addAll(group.getValue()));
        return new RoleDraft(name.getValue(), description.getValue(), chosen, secondFactor.getValue());
    }

    private void addGroup(String title, Map<String, String> titles, Set<String> chosen) {
        if (titles.isEmpty()) {
            return;
        }
        CheckboxGroup<String> group = new CheckboxGroup<>();
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.setLabel(title);
        group.setItems(titles.keySet().stream().sorted().toList());
        group.setItemLabelGenerator(titles::get);
        group.setValue(titles.keySet().stream().filter(chosen::contains).collect(Collectors.toSet()));
        group.addClassName("z-card");
        groups.add(group);
        permissions.add(group);
    }
}
