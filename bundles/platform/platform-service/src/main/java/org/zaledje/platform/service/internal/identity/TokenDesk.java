package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;

/** Issues tokens and takes them back, whoever asks for it. */
@Component(service = TokenDesk.class)
public final class TokenDesk {

    private static final int SECRET_BYTES = 32;
    private static final int PERMISSIONS_MAX = 200;

    private final PeopleChanges people;
    private final TokenStore tokens;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public TokenDesk(@Reference PeopleChanges people, @Reference TokenStore tokens, @Reference IdSource ids,
            @Reference Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    IssuedToken issue(User user, NewToken wanted) {
        new PeopleRules().line(wanted.name(), 1, ApiToken.NAME_LENGTH_MAX, "/name")
                .permissions(wanted.permissions(), PERMISSIONS_MAX)
                .rule(wanted.days() >= 1 && wanted.days() <= ApiToken.DAYS_MAX, "days", "/days", ApiToken.DAYS_MAX)
                .check();
        Instant now = clock.instant();
        ApiToken token = new ApiToken(ids.next(), user.id(), user.name(), wanted.name().strip(), wanted.permissions(),
                wanted.company(), now, now.plus(Duration.ofDays(wanted.days())), Optional.empty());
        String secret = PasswordAuthentication.TOKEN_PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(SECRET_BYTES));
        return people.change(() -> {
            new PeopleRules().rule(tokens.of(user.id()).size() < ApiToken.TOKENS_MAX, "tokens.many", "",
                    ApiToken.TOKENS_MAX).check();
            tokens.add(token, secret);
            people.record(Change.created(ref(token), "people.token.issue", fields(token)));
            return new IssuedToken(token, secret);
        });
    }

    void revoke(ApiToken token) {
        people.change(() -> {
            tokens.remove(token.id());
            people.record(new Change(ref(token), "people.token.revoke", fields(token), Map.of()));
            return token;
        });
    }

    private static RecordRef ref(ApiToken token) {
        return new RecordRef("people.token", token.id().toString());
    }

    private static Map<String, String> fields(ApiToken token) {
        return Map.of("name", token.name(), "user", token.userName(), "permissions", PeopleChanges.joined(token.permissions()),
                "company", token.company().map(Object::toString).orElse(""), "expiresAt", token.expiresAt().toString());
    }
}
