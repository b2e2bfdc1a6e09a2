package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All users, by login name. */
final class UsersView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    UsersView(Users users) {
        super(TEXTS.text("users"));
        Button make = new Button(Language.tell(TEXTS.text("user.new")), VaadinIcon.PLUS.create(),
                click -> UI.getCurrent().navigate(PeopleViews.NEW_USER));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setId("new-user");
        setActions(make);
        setContent(new RecordList<UserAccount>(Users.USERS, users::list)
                .link(TEXTS.text("user.name"), UserAccount::name, user -> PeopleViews.USER + user.id()).field("name")
                .text(TEXTS.text("user.display-name"), UserAccount::displayName).field("displayName")
                .text(TEXTS.text("user.email"), UserAccount::email).field("email")
                .state(TEXTS.text("user.state"), user -> TEXTS.text("user.state." + state(user)), UsersView::mood));
    }

    static String state(UserAccount user) {
        if (user.disabled()) {
            return "disabled";
        }
        return user.lockedUntil().isPresent() ? "locked" : user.kind().name().toLowerCase(Locale.ROOT);
    }

    static Mood mood(UserAccount user) {
        return switch (state(user)) {
            case "disabled" -> Mood.BAD;
            case "locked" -> Mood.OPEN;
            default -> Mood.NEUTRAL;
        };
    }
}
