package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.service.internal.database.Sql;

/**
 * Keeps a local user for everybody whom another place vouches for: made when they first come, renewed when they come
 * again. No password of theirs is kept.
 */
@Component(service = ExternalUsers.class)
public final class ExternalUsers {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalUsers.class);

    private final PeopleChanges people;
    private final UserStore users;
    private final RoleStore roles;
    private final SessionStore sessions;
    private final Accounts accounts;
    private final DutySeparation duties;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public ExternalUsers(@Reference PeopleChanges people, @Reference UserStore users, @Reference RoleStore roles,
            @Reference SessionStore sessions, @Reference Accounts accounts, @Reference DutySeparation duties, @Reference IdSource ids,
            @Reference Clock clock) {
        this.people = people;
        this.users = users;
        this.roles = roles;
        this.sessions = sessions;
        this.accounts = accounts;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The local user of somebody who has just shown elsewhere who they are.
     *
     * @throws ProblemException FORBIDDEN {@code auth.name-taken}, {@code auth.name-unfit} or
     *         {@code people.separation-of-duties} when they can't be let in as they are told of; nothing has changed then
     */
    public UUID arrived(ExternalIdentity who, RoleMapping mapping) {
        try {
            return users.find(who.source(), who.subject()).map(known -> renewed(known, who, mapping))
                    .orElseGet(() -> madeOnce(who, mapping));
        } catch (ProblemException e) {
            LOG.warn("{} user {} is not let in: {}", who.source(), who.name(), e.detail().in(Locale.ENGLISH));
            throw e.kind() == Kind.RULES_BROKEN ? ProblemException.of(Kind.FORBIDDEN, e.code(), e.detail()) : e;
        }
    }

    /** A user as their source is asked about them. */
    public record Known(UUID id, String name, String subject) {
    }

    /** Users of a source who have a session or a token, and those whom it did not know when it was asked last; by name. */
    public List<Known> atWork(UserAccount.Source source) {
        return users.atWork(source).stream()
                .map(user -> new Known(user.id(), user.name(), user.subject().orElseThrow())).toList();
    }

    /**
     * Keeps somebody out whom their source knows no longer, until it does again: their sessions end, and their tokens are
     * good for nothing.
     *
     * @return whether it is news
     */
    public boolean withdrawn(UUID id) {
        if (users.find(id).filter(user -> !user.withdrawn()).isEmpty()) {
            return false;
        }
        return people.change(() -> {
            users.withdraw(id, true);
            sessions.removeAllOf(id);
            people.record(new Change(UserAdministration.ref(id), "people.user.withdraw", Map.of(), Map.of()));
            return true;
        });
    }

    /** Two first requests of somebody may come at the same time; one of them makes the user. */
    private UUID madeOnce(ExternalIdentity who, RoleMapping mapping) {
        try {
            return made(who, mapping);
        } catch (ProblemException e) {
            return users.find(who.source(), who.subject()).map(User::id).orElseThrow(() -> e);
        }
    }

    private UUID made(ExternalIdentity who, RoleMapping mapping) {
        if (!PeopleRules.isUserName(who.name())) {
            throw refusal("name-unfit", who.name());
        }
        UUID id = ids.next();
        return people.change(() -> {
            if (users.find(who.name()).isPresent()) {
                throw refusal("name-taken", who.name());
            }
            try {
                users.add(new User(id, who.name(), Optional.empty(), who.displayName(), who.email(), UserAccount.Kind.PERSON,
                        false, false, 0, Optional.empty(), Optional.empty(), 0, clock.instant(), who.source(),
                        Optional.of(who.subject()), false));
            } catch (IllegalStateException e) {
                throw Sql.isUniqueViolation(e) ? refusal("name-taken", who.name()) : e;
            }
            assign(id, wanted(List.of(), who, mapping));
            people.record(Change.created(UserAdministration.ref(id), "people.user.create", fields(id)));
            return id;
        });
    }

    private UUID renewed(User known, ExternalIdentity who, RoleMapping mapping) {
        Account before = accounts.read(known.id()).orElseThrow();
        Set<RoleAssignment> held = new LinkedHashSet<>(before.roles().stream().map(Account.HeldRole::assignment).toList());
        List<RoleAssignment> wanted = wanted(before.roles(), who, mapping);
        boolean sameRoles = held.equals(new HashSet<>(wanted));
        if (sameRoles && !known.withdrawn() && known.displayName().equals(who.displayName()) && known.email().equals(who.email())) {
            return known.id();
        }
        return people.change(() -> {
            Map<String, String> was = fields(known.id());
            users.change(known.id(), who.displayName(), who.email(), known.disabled());
            if (known.withdrawn()) {
                users.withdraw(known.id(), false);
            }
            if (!sameRoles) {
                assign(known.id(), wanted);
            }
            if (before.isAdministrator() && !users.hasAdministrator()) {
                throw ProblemException.of(Kind.FORBIDDEN, "people.last-administrator",
                        PeopleChanges.TEXTS.text("last-administrator"));
            }
            people.record(new Change(UserAdministration.ref(known.id()), "people.user.change", was, fields(known.id())));
            return known.id();
        });
    }

    private void assign(UUID user, List<RoleAssignment> wanted) {
        roles.assign(user, wanted);
        duties.check(duties.pairs(), Optional.of(user), Optional.empty());
    }

    private List<RoleAssignment> wanted(List<Account.HeldRole> held, ExternalIdentity who, RoleMapping mapping) {
        Map<String, UUID> byName = new HashMap<>();
        roles.all().forEach((Role role) -> byName.put(role.name().toLowerCase(Locale.ROOT), role.id()));
        Set<RoleAssignment> wanted = new LinkedHashSet<>();
        held.stream().filter(role -> !mapping.decides(role.name())).forEach(role -> wanted.add(role.assignment()));
        for (RoleMapping.Rule rule : mapping.of(who.groups())) {
            Optional.ofNullable(byName.get(rule.role().toLowerCase(Locale.ROOT))).ifPresentOrElse(
                    role -> wanted.add(new RoleAssignment(role, rule.company(), Set.of())),
                    () -> LOG.warn("{} gives a role {}, which there is not; {} comes in without it",
                            who.source(), rule.role(), who.name()));
        }
        return List.copyOf(wanted);
    }

    private Map<String, String> fields(UUID id) {
        return UserAdministration.fields(UserAdministration.told(accounts.read(id).orElseThrow(), Optional.empty()), roles);
    }

    private static ProblemException refusal(String reason, String name) {
        return ProblemException.of(Kind.FORBIDDEN, "auth." + reason, PeopleChanges.TEXTS.text("external." + reason, name));
    }
}
