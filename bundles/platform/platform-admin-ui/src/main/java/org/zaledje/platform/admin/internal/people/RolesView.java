package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All roles, by name. */
final class RolesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    RolesView(Roles roles) {
        super(TEXTS.text("roles"));
        Button make = new Button(Language.tell(TEXTS.text("role.new")), VaadinIcon.PLUS.create(),
                click -> UI.getCurrent().navigate(PeopleViews.NEW_ROLE));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setId("new-role");
        setActions(make);
        setContent(new RecordList<Role>(request -> new Page<>(roles.all(), Optional.empty()))
                .link(TEXTS.text("role"), Role::name, role -> PeopleViews.ROLE + role.id())
                .text(TEXTS.text("role.description"), Role::description)
                .text(TEXTS.text("permissions"), role -> role.id().equals(Role.ADMINISTRATOR)
                        ? Language.tell(TEXTS.text("permissions.all")) : Integer.toString(role.permissions().size()))
                .text(TEXTS.text("second-factor"),
                        role -> Language.tell(TEXTS.text(role.secondFactorRequired() ? "yes" : "no"))));
    }
}
