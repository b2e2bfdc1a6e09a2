package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.Account.HeldRole;

/** The users, for those who look after them. */
@Component
public final class UserAdministration implements Users {

    private final PeopleChanges people;
    private final UserStore users;
    private final RoleStore roles;
    private final SessionStore sessions;
    private final Accounts accounts;
    private final DutySeparation duties;
    private final PasswordPolicy policy;
    private final PasswordCheck passwords;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public UserAdministration(@Reference PeopleChanges people, @Reference UserStore users, @Reference RoleStore roles,
            @Reference SessionStore sessions, @Reference Accounts accounts, @Reference DutySeparation duties,
            @Reference PasswordPolicy policy, @Reference PasswordCheck passwords, @Reference IdSource ids,
            @Reference Clock clock) {
        this.people = people;
        this.users = users;
        this.roles = roles;
        this.sessions = sessions;
        this.accounts = accounts;
        this.duties = duties;
        this.policy = policy;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<UserAccount> list(ListQuery query) {
        people.requireReader();
        Page<User> page = users.list(query);
        Map<UUID, List<HeldRole>> held = roles.held(page.items().stream().map(User::id).toList());
        return page.map(user -> told(new Account(user, held.getOrDefault(user.id(), List.of()))));
    }

    @Override
    public UserAccount get(UUID id) {
        people.requireReader();
        return told(account(id));
    }

    @Override
    public UserAccount create(NewUser draft) {
        Caller actor = people.requireManager();
        NewUser user = new NewUser(UserStore.normal(draft.name()), draft.displayName().strip(), draft.email().strip(),
                draft.kind(), draft.password(), draft.assignments());
        boolean person = user.kind() == Kind.PERSON;
        new PeopleRules().userName(user.name()).email(user.email())
                .line(user.displayName(), 0, UserAccount.TEXT_LENGTH_MAX, "/displayName").assignments(user.assignments())
                .rule(person == user.password().isPresent(), person ? "password.needed" : "password.none", "/password")
                .check();
        user.password().ifPresent(password -> policy.check(user.name(), password));
        Optional<String> hash = user.password().map(password -> PasswordHash.of(password.toCharArray()).toString());
        UUID id = ids.next();
        return people.change(() -> {
            if (users.find(user.name()).isPresent()) {
                throw taken(user.name());
            }
            try {
                users.add(new User(id, user.name(), hash, user.displayName(), user.email(), user.kind(), false, person, 0,
                        Optional.empty(), Optional.empty(), 0, clock.instant(), Source.LOCAL, Optional.empty(), false));
            } catch (IllegalStateException e) {
                throw Sql.isUniqueViolation(e) ? taken(user.name()) : e;
            }
            UserAccount made = told(assigned(actor, id, user.assignments()));
            people.record(Change.created(ref(id), "people.user.create", fields(made)));
            return made;
        });
    }

    private static ProblemException taken(String name) {
        return ProblemException.of(ProblemException.Kind.CONFLICT, "people.user.exists",
                PeopleChanges.TEXTS.text("user.exists", name));
    }

    @Override
    public UserAccount change(UUID id, UserChange change) {
        Caller actor = people.requireManager();
        String displayName = change.displayName().strip();
        String email = change.email().strip();
        new PeopleRules().email(email).line(displayName, 0, UserAccount.TEXT_LENGTH_MAX, "/displayName")
                .assignments(change.assignments()).check();
        return people.change(() -> {
            Account before = account(id);
            people.mustCover(actor, before);
            users.change(id, displayName, email, change.disabled());
            UserAccount after = told(assigned(actor, id, change.assignments()));
            if (before.isAdministrator() && !users.hasAdministrator()) {
                throw ProblemException.of(ProblemException.Kind.CONFLICT, "people.last-administrator",
                        PeopleChanges.TEXTS.text("last-administrator"));
            }
            if (change.disabled()) {
                sessions.removeAllOf(id);
            }
            people.record(new Change(ref(id), "people.user.change", fields(told(before)), fields(after)));
            return after;
        });
    }

    private Account assigned(Caller actor, UUID id, List<RoleAssignment> assignments) {
        assignments.stream().map(RoleAssignment::role).filter(role -> roles.find(role).isEmpty()).findFirst()
                .ifPresent(role -> new PeopleRules().rule(false, "role.unknown", "/assignments", role.toString()).check());
        assignments.stream().filter(each -> !roles.haveUnits(each)).findFirst()
                .ifPresent(each -> new PeopleRules().rule(false, "units.unknown", "/assignments").check());
        roles.assign(id, assignments);
        Account account = account(id);
        people.mustCover(actor, account);
        duties.check(duties.pairs(), Optional.of(id), Optional.empty());
        return account;
    }

    @Override
    public void resetPassword(UUID id, String password) {
        Caller actor = people.requireManager();
        Account checked = account(id);
        new PeopleRules().rule(checked.user().kind() == Kind.PERSON, "password.none", "/password")
                .rule(!checked.user().source().isElsewhere(), "password.elsewhere", "/password").check();
        policy.check(checked.user().name(), password);
        String hash = PasswordHash.of(password.toCharArray()).toString();
        act(actor, id, "people.user.reset-password", user -> {
            users.changePassword(id, hash, true);
            sessions.removeAllOf(id);
        });
    }

    @Override
    public void unlock(UUID id) {
        act(people.requireManager(), id, "people.user.unlock", user -> users.forgetFailures(id));
    }

    @Override
    public void removeSecondFactor(UUID id) {
        act(people.requireManager(), id, "people.user.remove-second-factor", user -> {
            users.changeSecret(id, Optional.empty(), 0, List.of());
            sessions.removeAllOf(id);
        });
    }

    private void act(Caller actor, UUID id, String action, Consumer<User> work) {
        people.change(() -> {
            Account before = account(id);
            people.mustCover(actor, before);
            work.accept(before.user());
            people.record(new Change(ref(id), action, fields(told(before)), fields(told(account(id)))));
            return id;
        });
    }

    private Account account(UUID id) {
        return accounts.read(id).orElseThrow(() -> PeopleChanges.notFound("user", id));
    }

    private UserAccount told(Account account) {
        return told(account, passwords);
    }

    static UserAccount told(Account account, PasswordCheck passwords) {
        return told(account, passwords.lockedUntil(account.user()));
    }

    static UserAccount told(Account account, Optional<Instant> lockedUntil) {
        User user = account.user();
        return new UserAccount(user.id(), user.name(), user.displayName(), user.email(), user.kind(), user.disabled(),
                lockedUntil, user.passwordMustChange(), user.hasSecondFactor(),
                account.roles().stream().map(HeldRole::assignment).toList(), user.createdAt(), user.source());
    }

    static RecordRef ref(UUID id) {
        return new RecordRef("people.user", id.toString());
    }

    private Map<String, String> fields(UserAccount user) {
        return fields(user, roles);
    }

    static Map<String, String> fields(UserAccount user, RoleStore roles) {
        Map<UUID, String> names = roles.all().stream().collect(Collectors.toMap(role -> role.id(), role -> role.name()));
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", user.name());
        fields.put("displayName", user.displayName());
        fields.put("email", user.email());
        fields.put("kind", user.kind().name());
        fields.put("source", user.source().name());
        fields.put("disabled", Boolean.toString(user.disabled()));
        fields.put("passwordMustChange", Boolean.toString(user.passwordMustChange()));
        fields.put("secondFactor", Boolean.toString(user.secondFactor()));
        fields.put("roles", PeopleChanges.joined(user.assignments().stream()
                .map(each -> names.getOrDefault(each.role(), each.role().toString())
                        + each.company().map(company -> "@" + company).orElse("")
                        + (each.units().isEmpty() ? "" : each.units().toString())).toList()));
        return fields;
    }
}
