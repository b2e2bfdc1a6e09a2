package org.zaledje.platform.service.internal.identity;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.security.Caller;

/** Tokens of all users. */
@Component
public final class TokenAdministration implements Tokens {

    private final PeopleChanges people;
    private final TokenStore tokens;
    private final TokenDesk desk;
    private final Accounts accounts;

    @Activate
    public TokenAdministration(@Reference PeopleChanges people, @Reference TokenStore tokens, @Reference TokenDesk desk,
            @Reference Accounts accounts) {
        this.people = people;
        this.tokens = tokens;
        this.desk = desk;
        this.accounts = accounts;
    }

    @Override
    public Page<ApiToken> list(ListQuery query) {
        people.requireReader();
        return tokens.list(query);
    }

    @Override
    public IssuedToken issue(UUID user, NewToken token) {
        Caller actor = people.requireManager();
        Account account = accounts.read(user).orElseThrow(() -> PeopleChanges.notFound("user", user));
        people.mustCover(actor, account);
        new PeopleRules().rule(account.user().kind() == UserAccount.Kind.SERVICE, "token.own", "").check();
        return desk.issue(account.user(), token);
    }

    @Override
    public void revoke(UUID id) {
        people.requireManager();
        desk.revoke(tokens.find(id).orElseThrow(() -> PeopleChanges.notFound("token", id)));
    }
}
