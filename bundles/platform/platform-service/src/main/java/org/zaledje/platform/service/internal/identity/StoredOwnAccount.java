package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.OwnAccount;
import org.zaledje.platform.people.SecondFactorOffer;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;

/** What everybody may do with their own account. */
@Component
public final class StoredOwnAccount implements OwnAccount {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_CODE_BYTES = 10;

    private final PeopleChanges people;
    private final UserStore users;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final TokenDesk desk;
    private final SessionAdministration sessionEnds;
    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final PasswordPolicy policy;
    private final SecondFactorCheck secondFactors;
    private final Clock clock;

    @Activate
    public StoredOwnAccount(@Reference PeopleChanges people, @Reference UserStore users, @Reference SessionStore sessions,
            @Reference TokenStore tokens, @Reference TokenDesk desk, @Reference SessionAdministration sessionEnds,
            @Reference Accounts accounts, @Reference PasswordCheck passwords, @Reference PasswordPolicy policy,
            @Reference SecondFactorCheck secondFactors, @Reference Clock clock) {
        this.people = people;
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.desk = desk;
        this.sessionEnds = sessionEnds;
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    @Override
    public UserAccount get() {
        return UserAdministration.told(own(), passwords);
    }

    @Override
    public void changePassword(String old, String wanted, Optional<UUID> here) {
        User user = whole().user();
        new PeopleRules().rule(!user.source().isElsewhere(), "password.elsewhere", "/password").check();
        if (!passwords.isOf(user, old.toCharArray())) {
            throw ProblemException.of(Kind.FORBIDDEN, "people.password.wrong", PeopleChanges.TEXTS.text("password.wrong"));
        }
        new PeopleRules().rule(!old.equals(wanted), "password.same", "/password").check();
        policy.check(user.name(), wanted);
        String hash = PasswordHash.of(wanted.toCharArray()).toString();
        change(user, "people.user.change-password", () -> {
            users.changePassword(user.id(), hash, false);
            endOthers(user, here);
            return user;
        });
    }

    @Override
    public SecondFactorOffer offerSecondFactor() {
        User user = whole().user();
        new PeopleRules().rule(!user.hasSecondFactor(), "second-factor.on", "")
                .rule(user.mayAddSecondFactor(), "second-factor.elsewhere", "").check();
        String secret = Totp.newSecret();
        users.offerSecret(user.id(), secret);
        return new SecondFactorOffer(secret, Totp.uri(secret, user.name()));
    }

    @Override
    public List<String> confirmSecondFactor(String code, Optional<UUID> here) {
        User user = whole().user();
        Optional<String> offered = users.offeredSecret(user.id());
        OptionalLong step = offered.map(secret -> Totp.step(secret, code.replace(" ", ""), clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            throw wrongCode();
        }
        List<String> codes = Stream.generate(() -> Base32.encode(Secrets.random(RECOVERY_CODE_BYTES)))
                .limit(RECOVERY_CODES).toList();
        return change(user, "people.user.add-second-factor", () -> {
            users.changeSecret(user.id(), offered, step.getAsLong(), codes);
            endOthers(user, here);
            here.ifPresent(sessions::secondFactorShown);
            return codes;
        });
    }

    @Override
    public void removeSecondFactor(String code) {
        User user = whole().user();
        if (!user.hasSecondFactor() || !secondFactors.accepts(user, code)) {
            throw wrongCode();
        }
        change(user, "people.user.remove-second-factor", () -> {
            users.changeSecret(user.id(), Optional.empty(), 0, List.of());
            return user;
        });
    }

    private static ProblemException wrongCode() {
        return ProblemException.rulesBroken("people.second-factor.wrong-code", PeopleChanges.TEXTS.text("second-factor.wrong"),
                List.of());
    }

    @Override
    public List<OpenSession> sessions() {
        return sessions.of(own().user().id());
    }

    @Override
    public void endSession(UUID id) {
        Account account = whole();
        sessionEnds.end(sessions.of(account.user().id()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> PeopleChanges.notFound("session", id)));
    }

    @Override
    public List<ApiToken> tokens() {
        return tokens.of(own().user().id());
    }

    @Override
    public IssuedToken issueToken(NewToken token) {
        Account account = whole();
        new PeopleRules().rule(!account.user().passwordMustChange(), "password.first", "").check();
        return desk.issue(account.user(), token);
    }

    @Override
    public void revokeToken(UUID id) {
        Account account = whole();
        desk.revoke(tokens.of(account.user().id()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> PeopleChanges.notFound("token", id)));
    }

    private void endOthers(User user, Optional<UUID> here) {
        sessions.of(user.id()).stream().map(OpenSession::id).filter(id -> !here.equals(Optional.of(id)))
                .forEach(sessions::remove);
    }

    private <T> T change(User user, String action, Supplier<T> work) {
        return people.change(() -> {
            T result = work.get();
            people.record(new Change(UserAdministration.ref(user.id()), action, Map.of(), Map.of("name", user.name())));
            return result;
        });
    }

    private Account own() {
        return people.caller().flatMap(caller -> users.find(caller.name())).flatMap(user -> accounts.read(user.id()))
                .orElseThrow(() -> ProblemException.of(Kind.UNAUTHENTICATED, "security.unauthenticated",
                        PeopleChanges.TEXTS.text("caller.unauthenticated")));
    }

    /** The account, for one who stands for all of it: who has a token for less must not get more by way of the account. */
    private Account whole() {
        Account account = own();
        Caller caller = people.caller().orElseThrow();
        boolean whole = account.caller(account.user().hasSecondFactor(), units -> units).grants().stream()
                .allMatch(caller.grants()::contains);
        if (!whole) {
            throw ProblemException.of(Kind.FORBIDDEN, "people.token.limited", PeopleChanges.TEXTS.text("token.limited"));
        }
        return account;
    }
}
