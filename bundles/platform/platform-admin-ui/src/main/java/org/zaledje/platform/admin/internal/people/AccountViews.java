package org.zaledje.platform.admin.internal.people;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.people.OwnAccount;
import org.zaledje.platform.procedure.Substitutions;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page where everybody sees to their own account; the user menu leads there. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class AccountViews implements FunctionViews {

    private static final String ID = "account";

    private final List<View<?>> views;

    @Activate
    public AccountViews(@Reference OwnAccount own, @Reference Substitutions substitutions, @Reference Colleagues colleagues,
            @Reference Callers callers) {
        views = List.of(View.of(ID, AccountView.class, PeopleViews.TEXTS.text("account"),
                () -> new AccountView(own, substitutions, colleagues, callers)));
    }

    @Override
    public String functionId() {
        return ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
