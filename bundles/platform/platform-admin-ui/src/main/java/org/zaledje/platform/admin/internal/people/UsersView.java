package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All users, by login name. */
final class UsersView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    UsersView(Users users) {
        super(TEXTS.text("users"));
        setContent(new RecordList<>(users::list)
                .text(TEXTS.text("user.name"), UserAccount::name)
                .text(TEXTS.text("user.display-name"), UserAccount::displayName));
    }
}
