package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.identity.openid.OpenIdLogin;
import org.zaledje.platform.service.internal.identity.openid.PendingLogins;
import org.zaledje.testkit.Engine;

/** All services about people for tests in packages below. */
public final class ExternalPeople implements AutoCloseable {

    private final TestPeople people;

    public ExternalPeople(Engine engine) throws Exception {
        people = new TestPeople(engine);
    }

    public ExternalUsers users() {
        return people.external;
    }

    public Clock clock() {
        return people.clock;
    }

    public StoredLogins logins() {
        return people.logins;
    }

    public void add(ExternalLogin login) {
        people.passwords.addExternalLogin(login);
    }

    public OpenIdLogin openId(Map<String, Object> configuration) {
        return new OpenIdLogin(configuration, new PendingLogins(people.database.pooled(), people.clock), people.external,
                people.logins, people.clock);
    }

    public Optional<Caller> login(String name, String password) {
        return people.login(name, password);
    }

    /** A session of the web UI. */
    public UUID signIn(String name, String password) {
        return people.signIn(name, password).id();
    }

    public boolean isOpen(UUID session) {
        return people.logins.find(session).isPresent();
    }

    /** A token that somebody issues to themselves. */
    public String token(Caller owner) {
        return people.as(owner, () -> people.own.issueToken(
                new NewToken("program", Set.of(), Optional.empty(), 30))).secret();
    }

    public Optional<Caller> byToken(String token) {
        return people.authentication.authenticateToken(token);
    }

    public List<String> audited() {
        return people.audited.stream().map(Change::action).toList();
    }

    public Optional<Caller> loginAsAdmin() {
        return people.login("admin", TestPeople.ADMIN_PASSWORD);
    }

    public Role role(String name, String... permissions) {
        return people.role(name, permissions);
    }

    public void roleWithSecondFactor(String name, String permission) {
        people.asAdmin(() -> people.roles.create(new RoleDraft(name, "", Set.of(permission), true)));
    }

    public UserAccount localPerson(String name) {
        return people.person(name);
    }

    public UserAccount account(String name) {
        return people.asAdmin(() -> people.users.get(people.userStore.find(name).orElseThrow().id()));
    }

    public Optional<String> passwordHash(String name) {
        return people.userStore.find(name).orElseThrow().passwordHash();
    }

    public int failures(String name) {
        return people.userStore.find(name).orElseThrow().failures();
    }

    public Set<String> roleNames(String name) {
        return account(name).assignments().stream().map(RoleAssignment::role)
                .map(id -> people.asAdmin(() -> people.roles.get(id)).name()).collect(Collectors.toSet());
    }

    /** An administrator gives one more role, everywhere. */
    public void give(String name, UUID role) {
        UserAccount user = account(name);
        List<RoleAssignment> roles = new ArrayList<>(user.assignments());
        roles.add(RoleAssignment.everywhere(role));
        people.asAdmin(() -> people.users.change(user.id(),
                new UserChange(user.displayName(), user.email(), user.disabled(), roles)));
    }

    public void disable(String name) {
        UserAccount user = account(name);
        people.asAdmin(() -> people.users.change(user.id(), UserChange.of(user).disabled(true)));
    }

    public void resetPassword(String name, String password) {
        people.asAdmin(() -> {
            people.users.resetPassword(account(name).id(), password);
            return name;
        });
    }

    public void changeOwnPassword(Caller caller, String old, String wanted) {
        people.as(caller, () -> {
            people.own.changePassword(old, wanted, Optional.empty());
            return caller;
        });
    }

    /** Past the time for which a password from elsewhere is remembered. */
    public void later() {
        people.clock.advance(Duration.ofMinutes(2));
    }

    @Override
    public void close() throws Exception {
        people.close();
    }
}
