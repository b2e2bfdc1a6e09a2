package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.admin.internal.RouteIds;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;

/** One user: who they are, what they may do, and whether they can come in. */
final class UserView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient Tokens tokens;
    private final transient AuditLog audit;
    private final TextField displayName = new TextField(Language.tell(TEXTS.text("user.display-name")));
    private final TextField email = new TextField(Language.tell(TEXTS.text("user.email")));
    private final Checkbox disabled = new Checkbox(Language.tell(TEXTS.text("user.keep-out")));
    private final AssignmentFields assignments;
    private UUID id;

    UserView(Users users, Roles roles, Tokens tokens, CompanyAdministration companies, Units units, AuditLog audit) {
        super(TEXTS.text("user"));
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
        this.assignments = new AssignmentFields(roles, companies, units);
        setWayBack(TEXTS.text("users"), PeopleViews.USERS);
        displayName.setMaxLength(UserAccount.TEXT_LENGTH_MAX);
        email.setMaxLength(UserAccount.TEXT_LENGTH_MAX);
        disabled.setId("disabled");
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> save());
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setActions(save);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteIds.of(event).ifPresentOrElse(
                asked -> show(users.get(asked)), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(UserAccount user) {
        id = user.id();
        setTitle(LocalizedText.verbatim(user.name()));
        displayName.setValue(user.displayName());
        email.setValue(user.email());
        disabled.setValue(user.disabled());
        assignments.setValue(user.assignments());
        FormLayout form = new FormLayout(displayName, email, disabled);
        form.addClassName("z-card");
        List<Component> content = new ArrayList<>(List.of(facts(user), form, assignments, actions(user)));
        if (user.kind() == Kind.SERVICE) {
            content.add(new IssueToken(wanted -> tokens.issue(user.id(), wanted), () -> { }));
        }
        content.add(PeopleViews.activity(audit, "people.user", user.id()));
        setContent(content.toArray(Component[]::new));
    }

    private static Facts facts(UserAccount user) {
        Formats formats = Formats.current();
        return new Facts()
                .add(TEXTS.text("user.state"),
                        new Badge(TEXTS.text("user.state." + UsersView.state(user)), UsersView.mood(user)))
                .add(TEXTS.text("user.source"), Language.tell(TEXTS.text("user.source." + user.source())))
                .add(TEXTS.text("user.created"), formats.moment(user.createdAt()))
                .add(TEXTS.text("user.locked-until"), user.lockedUntil().map(formats::moment))
                .add(TEXTS.text("user.must-change"),
                        user.passwordMustChange() ? Language.tell(TEXTS.text("yes")) : "")
                .add(TEXTS.text("second-factor"), Language.tell(TEXTS.text(user.secondFactor() ? "yes" : "no")));
    }

    private Component actions(UserAccount user) {
        FlexLayout row = new FlexLayout();
        row.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        row.getStyle().set("gap", "var(--lumo-space-s)").set("align-items", "baseline");
        if (user.kind() == Kind.PERSON && !user.source().isElsewhere()) {
            PasswordField password = new PasswordField();
            password.setPlaceholder(Language.tell(TEXTS.text("user.first-password")));
            password.setId("reset-to");
            row.add(password, act("user.reset", "reset-password", () -> users.resetPassword(id, password.getValue())));
        }
        if (user.lockedUntil().isPresent()) {
            row.add(act("user.unlock", "unlock", () -> users.unlock(id)));
        }
        if (user.secondFactor()) {
            row.add(new Button(Language.tell(TEXTS.text("second-factor.remove")), click -> Confirmation.ask(
                    TEXTS.text("second-factor.remove.ask"), TEXTS.text("second-factor.remove.text"),
                    TEXTS.text("second-factor.remove"), () -> done(() -> users.removeSecondFactor(id)))));
        }
        return row;
    }

    private Button act(String text, String buttonId, Runnable work) {
        Button button = new Button(Language.tell(TEXTS.text(text)), click -> done(work));
        button.setId(buttonId);
        return button;
    }

    private void save() {
        done(() -> users.change(id, new UserChange(displayName.getValue(), email.getValue(),
                disabled.getValue(), assignments.value())));
    }

    private void done(Runnable work) {
        if (Messages.attempt(work)) {
            Messages.success(TEXTS.text("saved"));
            Optional.ofNullable(id).ifPresent(known -> show(users.get(known)));
        }
    }
}
