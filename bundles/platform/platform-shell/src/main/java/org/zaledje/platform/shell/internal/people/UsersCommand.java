package org.zaledje.platform.shell.internal.people;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Shows users, makes them, keeps them out, lets them in, gives them roles. */
@Service
@Command(scope = "zaledje", name = "users",
        description = "Shows users, makes them, keeps them out, lets them in, gives and takes roles")
public class UsersCommand extends PlatformCommand {

    /** Without characters that people take for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    @Argument(index = 0, name = "action", description = "list, create, lock, unlock, reset-password, grant or revoke")
    @Completion(value = StringsCompleter.class,
            values = {"list", "create", "lock", "unlock", "reset-password", "grant", "revoke"})
    String action = "list";

    @Argument(index = 1, name = "name", description = "Login name of the user")
    @Completion(UserNames.class)
    String name;

    @Argument(index = 2, name = "role", description = "Name of the role to grant or revoke")
    @Completion(RoleNames.class)
    String role;

    @Option(name = "--company", description = "Id of the company that a role is granted in; left out, it is granted in all")
    String company;

    @Option(name = "--service", description = "Makes an account for a program, which comes with tokens and has no password")
    boolean service;

    @Option(name = "--display-name", description = "The name that people read, of a new user")
    String displayName = "";

    @Option(name = "--email", description = "E-mail address of a new user")
    String email = "";

    @Reference
    Users users;

    @Reference
    Roles roles;

    @Override
    protected void run() throws CommandProblem {
        switch (action) {
            case "list" -> show(listing(), People.all(users::list));
            case "create" -> create(needed(name, "name.missing", action));
            case "lock" -> lock(user());
            case "unlock" -> unlock(user());
            case "reset-password" -> resetPassword(user());
            case "grant" -> grant(user(), role());
            case "revoke" -> revoke(user(), role());
            default -> throw problem("action.unknown", action);
        }
    }

    private Listing<UserAccount> listing() {
        Map<UUID, String> names = roles.all().stream().collect(Collectors.toMap(Role::id, Role::name));
        return Listing.<UserAccount>of("user").column("name", UserAccount::name)
                .column("displayName", UserAccount::displayName).column("kind", UserAccount::kind)
                .column("source", UserAccount::source).column("disabled", UserAccount::disabled)
                .column("lockedUntil", UserAccount::lockedUntil).column("secondFactor", UserAccount::secondFactor)
                .column("roles", user -> user.assignments().stream().map(each ->
                        names.getOrDefault(each.role(), each.role().toString())
                                + each.company().map(in -> "@" + in).orElse("")).toList());
    }

    private void create(String wanted) {
        Optional<String> password = service ? Optional.empty() : Optional.of(random());
        UserAccount made = users.create(new NewUser(wanted, displayName, email, service ? Kind.SERVICE : Kind.PERSON,
                password, List.of()));
        Map<String, Object> members = new LinkedHashMap<>(Map.of("id", made.id(), "name", made.name()));
        password.ifPresent(first -> members.put("password", first));
        tell(members, service ? "created.service" : "created.person", made.name(), password.orElse(""));
    }

    private void lock(UserAccount user) {
        users.change(user.id(), UserChange.of(user).disabled(true));
        tell(Map.of("name", user.name()), "locked", user.name());
    }

    private void unlock(UserAccount user) {
        if (user.disabled()) {
            users.change(user.id(), UserChange.of(user).disabled(false));
        }
        users.unlock(user.id());
        tell(Map.of("name", user.name()), "unlocked", user.name());
    }

    private void resetPassword(UserAccount user) {
        String password = random();
        users.resetPassword(user.id(), password);
        tell(Map.of("name", user.name(), "password", password), "reset", user.name(), password);
    }

    private void grant(UserAccount user, Role given) throws CommandProblem {
        List<RoleAssignment> assignments = new ArrayList<>(user.assignments());
        RoleAssignment wanted = new RoleAssignment(given.id(), companyId(), Set.of());
        if (!assignments.contains(wanted)) {
            assignments.add(wanted);
        }
        users.change(user.id(), new UserChange(user.displayName(), user.email(), user.disabled(), assignments));
        tell(Map.of("name", user.name(), "role", given.name()), "granted", user.name(), given.name());
    }

    private void revoke(UserAccount user, Role taken) {
        users.change(user.id(), new UserChange(user.displayName(), user.email(), user.disabled(),
                user.assignments().stream().filter(each -> !each.role().equals(taken.id())).toList()));
        tell(Map.of("name", user.name(), "role", taken.name()), "taken", user.name(), taken.name());
    }

    private UserAccount user() throws CommandProblem {
        String wanted = needed(name, "name.missing", action);
        return People.find(users, wanted).orElseThrow(() -> problem("name.unknown", wanted));
    }

    private Role role() throws CommandProblem {
        String wanted = needed(role, "role.missing", action);
        return roles.all().stream().filter(each -> each.name().equalsIgnoreCase(wanted)).findFirst()
                .orElseThrow(() -> problem("role.unknown", wanted));
    }

    private Optional<UUID> companyId() throws CommandProblem {
        try {
            return Optional.ofNullable(company).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw problem("company.malformed", company);
        }
    }

    private static String random() {
        return new SecureRandom().ints(PASSWORD_LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt)
                .map(String::valueOf).collect(Collectors.joining());
    }
}
