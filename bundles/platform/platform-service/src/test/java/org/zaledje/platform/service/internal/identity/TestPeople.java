package org.zaledje.platform.service.internal.identity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.Logins.Session;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.company.StoredCompanies;
import org.zaledje.platform.service.internal.company.StoredUnits;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.testkit.Engine;

/** All services about people on a database of their own, with the administrator {@code admin / first-secret-1}. */
public final class TestPeople implements AutoCloseable {

    static final Origin HERE = new Origin("10.0.0.1", "Browser");
    static final String ADMIN_PASSWORD = "first-secret-1";
    static final String PASSWORD = "quiet-river-lamp";

    final TestClock clock = new TestClock();
    final IdSource ids = new TimeOrderedIds(clock);
    final List<Change> audited = new ArrayList<>();
    final ThreadCallers callers = new ThreadCallers();
    final IdentitySettings settings = new IdentitySettings();
    final FunctionDeclarations functions = new FunctionDeclarations();
    final JtaDatabase database;
    final UserStore userStore;
    final RoleStore roleStore;
    final PasswordAuthentication authentication;
    final StoredLogins logins;
    final UserAdministration users;
    final RoleAdministration roles;
    final TokenAdministration tokens;
    final SessionAdministration sessions;
    final StoredOwnAccount own;
    final PasswordCheck passwords;
    final ExternalUsers external;
    final StoredCompanies companies;
    final StoredUnits units;

    public TestPeople(Engine engine) throws Exception {
        settings.configure(Map.of());
        database = new JtaDatabase(engine);
        userStore = new UserStore(database.pooled());
        roleStore = new RoleStore(database.pooled(), ids);
        TokenStore tokenStore = new TokenStore(database.pooled());
        SessionStore sessionStore = new SessionStore(database.pooled());
        Accounts accounts = new Accounts(database.pooled(), ids, userStore, roleStore, tokenStore, sessionStore);
        passwords = new PasswordCheck(userStore, settings, clock);
        SecondFactorCheck secondFactors = new SecondFactorCheck(userStore, passwords, clock);
        PasswordPolicy policy = new PasswordPolicy(settings);
        PeopleChanges changes = new PeopleChanges(callers, database.transactions(), audited::add, accounts);
        DutySeparation duties = new DutySeparation(roleStore, functions);
        TokenDesk desk = new TokenDesk(changes, tokenStore, ids, clock);
        new FirstAdministrator(userStore, roleStore, database.transactions(), ids, clock, Optional.of(ADMIN_PASSWORD),
                new PrintStream(PrintStream.nullOutputStream()));
        authentication = new PasswordAuthentication(passwords, accounts, tokenStore, clock);
        logins = new StoredLogins(passwords, secondFactors, accounts, sessionStore, database.transactions(), settings, ids, clock);
        users = new UserAdministration(changes, userStore, roleStore, sessionStore, accounts, duties, policy, passwords, ids, clock);
        roles = new RoleAdministration(changes, roleStore, duties, functions, ids);
        tokens = new TokenAdministration(changes, tokenStore, desk, accounts);
        sessions = new SessionAdministration(changes, sessionStore);
        own = new StoredOwnAccount(changes, userStore, sessionStore, tokenStore, desk, sessions, accounts, passwords, policy,
                secondFactors, clock);
        external = new ExternalUsers(changes, userStore, roleStore, sessionStore, accounts, duties, ids, clock);
        companies = new StoredCompanies(database.pooled(), ids, new PlatformHome(Map.of("zaledje.demo", "false")::get), callers,
                clock);
        units = new StoredUnits(companies, database.pooled(), database.transactions(), accounts, audited::add, callers, ids);
    }

    /** A page of users, sessions or tokens, as the administrator sees it. */
    public Page<?> page(ListSchema list, ListQuery query) {
        return asAdmin(() -> list == Users.USERS ? users.list(query) : list == Sessions.SESSIONS ? sessions.list(query)
                : tokens.list(query));
    }

    public JtaDatabase database() {
        return database;
    }

    Caller admin() {
        return login("admin", ADMIN_PASSWORD).orElseThrow();
    }

    <T> T asAdmin(Supplier<T> work) {
        return as(admin(), work);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        try {
            return callers.callAs(caller, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Caller> login(String name, String password) {
        return authentication.authenticate(name, password.toCharArray());
    }

    Session signIn(String name, String password) {
        return ((SignedIn) logins.signIn(name, password.toCharArray(), Optional.empty(), HERE)).session();
    }

    Role role(String name, String... permissions) {
        return asAdmin(() -> roles.create(new RoleDraft(name, "", Set.of(permissions), false)));
    }

    /** A person who has changed their first password to {@link #PASSWORD}. */
    UserAccount person(String name, RoleAssignment... assignments) {
        UserAccount made = asAdmin(() -> users.create(new NewUser(name, "", "", UserAccount.Kind.PERSON,
                Optional.of("first of " + name.length() + " words"), List.of(assignments))));
        userStore.changePassword(made.id(), PasswordHash.of(PASSWORD.toCharArray()).toString(), false);
        asAdmin(() -> users.change(made.id(), UserChange.of(made)));
        return made;
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
