package org.zaledje.platform.service.internal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.SeparatedDuties;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.Account.HeldRole;

/** The roles in the platform's tables, and who has them. */
@Component(service = RoleStore.class)
public final class RoleStore {

    /** Two roles that together give one user what no one may hold together. */
    record Clash(String user, String firstRole, String secondRole) {
    }

    private record AssignmentRow(UUID id, UUID user, UUID role, String name, boolean secondFactor, Optional<UUID> company) {
    }

    private final Sql sql;
    private final IdSource ids;

    @Activate
    public RoleStore(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference IdSource ids) {
        this.sql = new Sql(dataSource);
        this.ids = ids;
    }

    List<Role> all() {
        Map<UUID, Set<String>> permissions = permissions("", List.of());
        return sql.list("select id, name, description, second_factor_required from sys_role order by name limit ?",
                row -> read(row, permissions), Roles.ROLES_MAX);
    }

    Optional<Role> find(UUID id) {
        Map<UUID, Set<String>> permissions = permissions(" where role_id = ?", List.of(id));
        return sql.first("select id, name, description, second_factor_required from sys_role where id = ?",
                row -> read(row, permissions), id);
    }

    private static Role read(ResultSet row, Map<UUID, Set<String>> permissions) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Role(id, row.getString("name"), row.getString("description"),
                permissions.getOrDefault(id, Set.of()), row.getBoolean("second_factor_required"));
    }

    private Map<UUID, Set<String>> permissions(String where, Collection<UUID> arguments) {
        Map<UUID, Set<String>> byRole = new HashMap<>();
        sql.list("select role_id, permission from sys_role_permission" + where,
                row -> byRole.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>()).add(row.getString(2)),
                arguments.toArray());
        return byRole;
    }

    int count() {
        return sql.first("select count(*) from sys_role", row -> row.getInt(1)).orElseThrow();
    }

    void add(Role role) {
        sql.update("insert into sys_role (id, name, description, second_factor_required) values (?, ?, ?, ?)",
                role.id(), role.name(), role.description(), role.secondFactorRequired());
        addPermissions(role);
    }

    void change(Role role) {
        sql.update("update sys_role set name = ?, description = ?, second_factor_required = ? where id = ?",
                role.name(), role.description(), role.secondFactorRequired(), role.id());
        sql.update("delete from sys_role_permission where role_id = ?", role.id());
        addPermissions(role);
    }

    private void addPermissions(Role role) {
        role.permissions().forEach(permission ->
                sql.update("insert into sys_role_permission (role_id, permission) values (?, ?)", role.id(), permission));
    }

    void remove(UUID id) {
        sql.update("delete from sys_role_permission where role_id = ?", id);
        sql.update("delete from sys_role where id = ?", id);
    }

    boolean isAssigned(UUID id) {
        return sql.first("select 1 from sys_role_assignment where role_id = ? limit 1", row -> true, id).isPresent();
    }

    /** What each of these users has; users without roles are left out. */
    Map<UUID, List<HeldRole>> held(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String marks = String.join(", ", Collections.nCopies(users.size(), "?"));
        List<AssignmentRow> rows = sql.list("select a.id, a.user_id, a.role_id, r.name, r.second_factor_required, a.company_id "
                + "from sys_role_assignment a join sys_role r on r.id = a.role_id where a.user_id in (" + marks + ") "
                + "order by r.name, a.id", RoleStore::assignment, users.toArray());
        Map<UUID, Set<UUID>> units = new HashMap<>();
        sql.list("select u.assignment_id, u.unit_id from sys_role_assignment_unit u join sys_role_assignment a "
                        + "on a.id = u.assignment_id where a.user_id in (" + marks + ")",
                row -> units.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)), users.toArray());
        Map<UUID, Set<String>> permissions = permissions(" where role_id in (select role_id from sys_role_assignment "
                + "where user_id in (" + marks + "))", users);
        Map<UUID, List<HeldRole>> byUser = new LinkedHashMap<>();
        rows.forEach(row -> byUser.computeIfAbsent(row.user(), id -> new ArrayList<>()).add(
                new HeldRole(row.role(), row.name(), row.secondFactor(), row.company(),
                        units.getOrDefault(row.id(), Set.of()), permissions.getOrDefault(row.role(), Set.of()))));
        return byUser;
    }

    private static AssignmentRow assignment(ResultSet row) throws SQLException {
        return new AssignmentRow(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class),
                row.getString(4), row.getBoolean(5), Optional.ofNullable(row.getObject(6, UUID.class)));
    }

    /** Whether all units of an assignment are there, in its company. */
    boolean haveUnits(RoleAssignment assignment) {
        if (assignment.units().isEmpty()) {
            return true;
        }
        List<Object> arguments = new ArrayList<>(assignment.units());
        arguments.add(assignment.company());
        return sql.first("select count(*) from sys_unit where id in ("
                        + String.join(", ", Collections.nCopies(assignment.units().size(), "?")) + ") and company_id = ?",
                row -> row.getInt(1), arguments.toArray()).orElseThrow() == assignment.units().size();
    }

    /** Gives a user these roles in place of those they had. */
    void assign(UUID user, List<RoleAssignment> assignments) {
        sql.update("delete from sys_role_assignment_unit where assignment_id in "
                + "(select id from sys_role_assignment where user_id = ?)", user);
        sql.update("delete from sys_role_assignment where user_id = ?", user);
        for (RoleAssignment each : assignments) {
            UUID id = ids.next();
            sql.update("insert into sys_role_assignment (id, user_id, role_id, company_id) values (?, ?, ?, ?)",
                    id, user, each.role(), each.company());
            each.units().forEach(unit -> sql.update(
                    "insert into sys_role_assignment_unit (assignment_id, unit_id) values (?, ?)", id, unit));
        }
    }

    /** The administrator's own pairs. */
    Set<SeparatedDuties> separated() {
        return sql.list("select first_permission, second_permission from sys_separated_duties",
                        row -> new SeparatedDuties(row.getString(1), row.getString(2)))
                .stream().collect(Collectors.toSet());
    }

    void separate(Collection<SeparatedDuties> pairs) {
        sql.update("delete from sys_separated_duties");
        pairs.forEach(pair -> sql.update("insert into sys_separated_duties (first_permission, second_permission) values (?, ?)",
                pair.first(), pair.second()));
    }

    /** A user who holds both of a pair; {@code user} narrows it to one, {@code role} to those who have a role. */
    Optional<Clash> clash(SeparatedDuties pair, Optional<UUID> user, Optional<UUID> role) {
        List<Object> arguments = new ArrayList<>(List.of(pair.first(), pair.second()));
        user.ifPresent(arguments::add);
        role.ifPresent(arguments::add);
        return sql.first("select u.name, r1.name, r2.name from sys_role_assignment a1 "
                        + "join sys_role_permission p1 on p1.role_id = a1.role_id and p1.permission = ? "
                        + "join sys_role_assignment a2 on a2.user_id = a1.user_id "
                        + "join sys_role_permission p2 on p2.role_id = a2.role_id and p2.permission = ? "
                        + "join sys_user u on u.id = a1.user_id "
                        + "join sys_role r1 on r1.id = a1.role_id join sys_role r2 on r2.id = a2.role_id where 1 = 1"
                        + (user.isPresent() ? " and u.id = ?" : "")
                        + (role.isPresent() ? " and u.id in (select user_id from sys_role_assignment where role_id = ?)" : "")
                        + " order by u.name, r1.name, r2.name limit 1",
                row -> new Clash(row.getString(1), row.getString(2), row.getString(3)), arguments.toArray());
    }
}
