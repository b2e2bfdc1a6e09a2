package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;

/** A user to be made. */
final class NewUserView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    NewUserView(Users users, Roles roles, CompanyAdministration companies, Units units) {
        super(TEXTS.text("user.new"));
        setWayBack(TEXTS.text("users"), PeopleViews.USERS);
        TextField name = new TextField(Language.tell(TEXTS.text("user.name")));
        name.setId("name");
        name.setMaxLength(UserAccount.NAME_LENGTH_MAX);
        TextField displayName = new TextField(Language.tell(TEXTS.text("user.display-name")));
        displayName.setMaxLength(UserAccount.TEXT_LENGTH_MAX);
        TextField email = new TextField(Language.tell(TEXTS.text("user.email")));
        email.setMaxLength(UserAccount.TEXT_LENGTH_MAX);
        PasswordField password = new PasswordField(Language.tell(TEXTS.text("user.first-password")));
        password.setId("password");
        password.setHelperText(Language.tell(TEXTS.text("user.first-password.help")));
        Select<Kind> kind = new Select<>();
        kind.setLabel(Language.tell(TEXTS.text("user.kind")));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> Language.tell(TEXTS.text("user.state." + each.name().toLowerCase(Locale.ROOT))));
        kind.setValue(Kind.PERSON);
        kind.addValueChangeListener(chosen -> password.setVisible(chosen.getValue() == Kind.PERSON));
        AssignmentFields assignments = new AssignmentFields(roles, companies, units);
        Button make = new Button(Language.tell(TEXTS.text("user.make")), click -> Messages.attempt(() -> {
            Optional<String> first = kind.getValue() == Kind.PERSON ? Optional.of(password.getValue()) : Optional.empty();
            UserAccount made = users.create(new NewUser(name.getValue(), displayName.getValue(), email.getValue(),
                    kind.getValue(), first, assignments.value()));
            UI.getCurrent().navigate(PeopleViews.USER + made.id());
            Messages.success(TEXTS.text("user.made", made.name()));
        }));
        make.setId("make-user");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setActions(make);
        FormLayout form = new FormLayout(name, displayName, email, kind, password);
        form.addClassName("z-card");
        setContent(form, assignments);
    }
}
