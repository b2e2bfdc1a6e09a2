package org.zaledje.platform.people;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.function.SeparatedDuties;

/**
 * The roles, for those who look after users. Permissions, problems and audit are those of {@link Users}. Thread-safe.
 */
@ProviderType
public interface Roles {

    /** The most roles there can be. */
    int ROLES_MAX = 500;

    /** All roles, by name. */
    List<Role> all();

    /** One role. */
    Role get(UUID id);

    /**
     * Makes a role.
     *
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code people.role.exists} when the name is taken;
     *         RULES_BROKEN {@code people.separation-of-duties} when it holds what no one may hold together
     */
    Role create(RoleDraft draft);

    /** Changes a role, for all who have it. Problems are those of {@link #create}; the administrator's can't be changed. */
    Role change(UUID id, RoleDraft draft);

    /**
     * Removes a role that nobody has.
     *
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code people.role.in-use} when somebody has it
     */
    void remove(UUID id);

    /** What the running functions offer to allow, by function; the order of functions is that of their ids. */
    List<FunctionPermissions> offered();

    /** The pairs of permissions that no one may hold together: those that functions declare, and the administrator's. */
    List<SeparatedDuties> separatedDuties();

    /**
     * Replaces the administrator's own pairs; those of functions stay.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN {@code people.separation-of-duties} when somebody
     *         holds both of a pair now
     */
    void separate(List<SeparatedDuties> pairs);
}
