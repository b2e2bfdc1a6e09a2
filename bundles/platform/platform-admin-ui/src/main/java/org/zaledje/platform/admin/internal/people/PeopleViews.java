package org.zaledje.platform.admin.internal.people;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.people.PeoplePermissions;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about users and their rights, made with the services that they call. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class PeopleViews implements FunctionViews {

    static final String USERS = AdministrationFunction.ID + "/users";

    static final Texts TEXTS = Texts.beside(PeopleViews.class);

    private final List<View<?>> views;

    @Activate
    public PeopleViews(@Reference Users users) {
        views = List.of(View.inDrawer(USERS, UsersView.class, TEXTS.text("users"), "users", () -> new UsersView(users))
                .requiring(PeoplePermissions.READ));
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
