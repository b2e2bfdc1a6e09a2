package org.zaledje.platform.service.internal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.function.SeparatedDuties;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.FunctionPermissions;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.Account.HeldRole;

/** The roles, for those who look after users. */
@Component
public final class RoleAdministration implements Roles {

    private static final int PAIRS_MAX = 500;

    private final PeopleChanges people;
    private final RoleStore roles;
    private final DutySeparation duties;
    private final FunctionDeclarations functions;
    private final IdSource ids;

    @Activate
    public RoleAdministration(@Reference PeopleChanges people, @Reference RoleStore roles, @Reference DutySeparation duties,
            @Reference FunctionDeclarations functions, @Reference IdSource ids) {
        this.people = people;
        this.roles = roles;
        this.duties = duties;
        this.functions = functions;
        this.ids = ids;
    }

    @Override
    public List<Role> all() {
        people.requireReader();
        return roles.all();
    }

    @Override
    public Role get(UUID id) {
        people.requireReader();
        return role(id);
    }

    @Override
    public Role create(RoleDraft draft) {
        Caller actor = people.requireManager();
        Role role = checked(ids.next(), draft);
        return people.change(() -> {
            new PeopleRules().rule(roles.count() < ROLES_MAX, "roles.many", "", ROLES_MAX).check();
            store(role, () -> roles.add(role));
            mayGive(actor, role);
            people.record(Change.created(ref(role.id()), "people.role.create", fields(role)));
            return role;
        });
    }

    @Override
    public Role change(UUID id, RoleDraft draft) {
        Caller actor = people.requireManager();
        mustNotBeAdministrators(id);
        Role after = checked(id, draft);
        return people.change(() -> {
            Role before = role(id);
            mayGive(actor, before);
            mayGive(actor, after);
            store(after, () -> roles.change(after));
            duties.check(duties.pairs(), Optional.empty(), Optional.of(id));
            people.record(new Change(ref(id), "people.role.change", fields(before), fields(after)));
            return after;
        });
    }

    @Override
    public void remove(UUID id) {
        people.requireManager();
        mustNotBeAdministrators(id);
        people.change(() -> {
            Role before = role(id);
            if (roles.isAssigned(id)) {
                throw ProblemException.of(Kind.CONFLICT, "people.role.in-use",
                        PeopleChanges.TEXTS.text("role.in-use", before.name()));
            }
            roles.remove(id);
            people.record(new Change(ref(id), "people.role.remove", fields(before), Map.of()));
            return id;
        });
    }

    @Override
    public List<FunctionPermissions> offered() {
        people.requireReader();
        return functions.offered();
    }

    @Override
    public List<SeparatedDuties> separatedDuties() {
        people.requireReader();
        return duties.pairs();
    }

    @Override
    public void separate(List<SeparatedDuties> pairs) {
        people.requireManager();
        new PeopleRules().rule(pairs.size() <= PAIRS_MAX, "pairs.many", "", PAIRS_MAX)
                .permissions(pairs.stream().flatMap(p -> List.of(p.first(), p.second()).stream()).toList(), 2 * PAIRS_MAX)
                .check();
        people.change(() -> {
            List<SeparatedDuties> distinct = pairs.stream().distinct().toList();
            Map<String, String> before = fields(roles.separated().stream().toList());
            roles.separate(distinct);
            duties.check(distinct, Optional.empty(), Optional.empty());
            people.record(new Change(new RecordRef("people.separated-duties", "all"), "people.separated-duties.change",
                    before, fields(distinct)));
            return pairs;
        });
    }

    private Role checked(UUID id, RoleDraft draft) {
        new PeopleRules().line(draft.name(), 1, Role.NAME_LENGTH_MAX, "/name")
                .line(draft.description(), 0, Role.DESCRIPTION_LENGTH_MAX, "/description")
                .permissions(draft.permissions(), Role.PERMISSIONS_MAX).check();
        duties.checkRole(draft.name(), draft.permissions());
        return new Role(id, draft.name().strip(), draft.description().strip(), draft.permissions(), draft.secondFactorRequired());
    }

    private static void store(Role role, Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException e) {
            throw Sql.isUniqueViolation(e) ? ProblemException.of(Kind.CONFLICT, "people.role.exists",
                    PeopleChanges.TEXTS.text("role.exists", role.name())) : e;
        }
    }

    private void mayGive(Caller actor, Role role) {
        people.mustCover(actor, new Account(User.person(new UUID(0, 0), "", "", Instant.EPOCH), List.of(
                new HeldRole(role.id(), role.name(), false, actor.company(), Set.of(), role.permissions()))));
    }

    private static void mustNotBeAdministrators(UUID id) {
        if (id.equals(Role.ADMINISTRATOR)) {
            throw ProblemException.of(Kind.CONFLICT, "people.role.fixed", PeopleChanges.TEXTS.text("role.fixed"));
        }
    }

    private Role role(UUID id) {
        return roles.find(id).orElseThrow(() -> PeopleChanges.notFound("role", id));
    }

    private static RecordRef ref(UUID id) {
        return new RecordRef("people.role", id.toString());
    }

    private static Map<String, String> fields(Role role) {
        return Map.of("name", role.name(), "description", role.description(),
                "permissions", PeopleChanges.joined(role.permissions()),
                "secondFactorRequired", Boolean.toString(role.secondFactorRequired()));
    }

    private static Map<String, String> fields(List<SeparatedDuties> pairs) {
        return Map.of("pairs", PeopleChanges.joined(pairs.stream().map(p -> p.first() + " / " + p.second()).toList()));
    }
}
