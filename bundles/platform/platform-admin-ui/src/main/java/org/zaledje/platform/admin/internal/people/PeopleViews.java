package org.zaledje.platform.admin.internal.people;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.people.PeoplePermissions;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about users and their rights, made with the services that they call. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class PeopleViews implements FunctionViews {

    static final String USERS = AdministrationFunction.ID + "/users";
    static final String USER = USERS + "/";
    static final String NEW_USER = USERS + "/new";
    static final String ROLES = AdministrationFunction.ID + "/roles";
    static final String ROLE = ROLES + "/";
    static final String NEW_ROLE = ROLES + "/new";
    static final String TOKENS = AdministrationFunction.ID + "/tokens";
    static final String SESSIONS = AdministrationFunction.ID + "/sessions";

    static final Texts TEXTS = Texts.beside(PeopleViews.class);

    private final List<View<?>> views;

    @Activate
    public PeopleViews(@Reference Users users, @Reference Roles roles, @Reference Tokens tokens,
            @Reference Sessions sessions, @Reference CompanyAdministration companies, @Reference Units units,
            @Reference AuditLog audit) {
        views = List.of(
                View.inDrawer(USERS, UsersView.class, TEXTS.text("users"), "users", () -> new UsersView(users))
                        .requiringEverywhere(PeoplePermissions.READ),
                View.of(NEW_USER, NewUserView.class, TEXTS.text("user.new"), () -> new NewUserView(users, roles, companies, units))
                        .requiringEverywhere(PeoplePermissions.MANAGE),
                View.of(USER + ":id", UserView.class, TEXTS.text("user"),
                        () -> new UserView(users, roles, tokens, companies, units, audit))
                        .requiringEverywhere(PeoplePermissions.READ),
                View.inDrawer(ROLES, RolesView.class, TEXTS.text("roles"), "key", () -> new RolesView(roles))
                        .requiringEverywhere(PeoplePermissions.READ),
                View.of(NEW_ROLE, NewRoleView.class, TEXTS.text("role.new"), () -> new NewRoleView(roles))
                        .requiringEverywhere(PeoplePermissions.MANAGE),
                View.of(ROLE + ":id", RoleView.class, TEXTS.text("role"), () -> new RoleView(roles, audit))
                        .requiringEverywhere(PeoplePermissions.READ),
                View.inDrawer(TOKENS, TokensView.class, TEXTS.text("tokens"), "ticket", () -> new TokensView(tokens))
                        .requiringEverywhere(PeoplePermissions.READ),
                View.inDrawer(SESSIONS, SessionsView.class, TEXTS.text("sessions"), "browser", () -> new SessionsView(sessions))
                        .requiringEverywhere(PeoplePermissions.READ));
    }

    /** What was done to a user or a role, and by whom. */
    static Activity activity(AuditLog audit, String type, UUID id) {
        return new Activity(audit, new RecordRef(type, id.toString()), PeoplePermissions.READ, action -> TEXTS.text(action));
    }

    @Override
    public String functionId() {
        return AdministrationFunction.ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
