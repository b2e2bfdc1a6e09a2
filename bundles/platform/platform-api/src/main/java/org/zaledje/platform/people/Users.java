package org.zaledje.platform.people;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * The users, for those who look after them. Reading needs {@link PeoplePermissions#READ}, changing
 * {@link PeoplePermissions#MANAGE}, otherwise it is FORBIDDEN; so is changing a user who may do what the caller may not.
 * An unknown id is NOT_FOUND, what breaks a rule RULES_BROKEN with every rule. Changes are audited, and hold from the
 * user's next request on. Thread-safe.
 */
@ProviderType
public interface Users {

    /** What can be asked of the list of users. */
    ListSchema USERS = ListSchema.of("people.users", "name")
            .with(ListField.of("name", FieldType.TEXT).equal().prefix().contains().sorted())
            .with(ListField.of("displayName", FieldType.TEXT).contains().sorted())
            .with(ListField.of("email", FieldType.TEXT).equal().contains().sorted())
            .with(ListField.choice("kind", UserAccount.Kind.class))
            .with(ListField.of("disabled", FieldType.BOOLEAN).equal())
            .with(ListField.choice("source", UserAccount.Source.class))
            .with(ListField.of("createdAt", FieldType.MOMENT).range().sorted());

    /** All users, by login name. */
    default Page<UserAccount> list(PageRequest request) {
        return list(ListQuery.of(request));
    }

    /**
     * Users as they are asked for.
     *
     * @param query what {@link #USERS} allows
     */
    Page<UserAccount> list(ListQuery query);

    /** One user. */
    UserAccount get(UUID id);

    /**
     * Makes a user.
     *
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code people.user.exists} when the name is taken;
     *         RULES_BROKEN {@code people.separation-of-duties} when the roles together give what no one may hold together
     */
    UserAccount create(NewUser user);

    /**
     * Changes a user; one who is disabled is out at once, in all browsers.
     *
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code people.last-administrator} when nobody would
     *         be left to administer; RULES_BROKEN {@code people.separation-of-duties} as for {@link #create}
     */
    UserAccount change(UUID id, UserChange change);

    /** Gives a person a password that they must change, and ends their sessions. */
    void resetPassword(UUID id, String password);

    /** Lets one in again who was locked out by wrong passwords. */
    void unlock(UUID id);

    /** Takes the second factor from one who has lost the device; they enrol another one. Ends their sessions. */
    void removeSecondFactor(UUID id);
}
