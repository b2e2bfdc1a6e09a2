package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import org.zaledje.platform.function.SuggestedRole;
import org.zaledje.platform.people.FunctionPermissions;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;

/** A role to be made, perhaps from what a function suggests. */
final class NewRoleView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    NewRoleView(Roles roles) {
        super(TEXTS.text("role.new"));
        setWayBack(TEXTS.text("roles"), PeopleViews.ROLES);
        List<FunctionPermissions> offered = roles.offered();
        RoleFields fields = new RoleFields(offered);
        fields.setValue(new RoleDraft("", "", Set.of(), false));
        Button make = new Button(Language.tell(TEXTS.text("role.make")), click -> Messages.attempt(() -> {
            Role made = roles.create(fields.value());
            UI.getCurrent().navigate(PeopleViews.ROLE + made.id());
            Messages.success(TEXTS.text("saved"));
        }));
        make.setId("make-role");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        List<SuggestedRole> suggested = offered.stream().flatMap(function -> function.suggested().stream()).toList();
        Select<SuggestedRole> suggestions = new Select<>();
        suggestions.setItems(suggested);
        suggestions.setPlaceholder(Language.tell(TEXTS.text("role.suggested")));
        suggestions.setItemLabelGenerator(each -> Language.tell(each.title()));
        suggestions.addValueChangeListener(chosen -> fields.setValue(new RoleDraft(
                Language.tell(chosen.getValue().title()), "", chosen.getValue().permissions(), false)));
        suggestions.setVisible(!suggested.isEmpty());
        setActions(suggestions, make);
        setContent(fields);
    }
}
