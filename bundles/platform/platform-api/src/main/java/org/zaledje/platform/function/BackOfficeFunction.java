package org.zaledje.platform.function;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * A back-office function: register one such service, and the platform shows the function on the Functions page, in
 * {@code /api/v1/functions} and in {@code zaledje:functions} for as long as the service is there. Its version is that of
 * the bundle that registers it.
 *
 * <p>Of two services with the same id the one with the higher service ranking counts, then the older one. The platform
 * calls the methods from any thread; they return at once.
 */
@ConsumerType
public interface BackOfficeFunction {

    /**
     * Name of the service property that ties REST resources, SOAP endpoints and views to the function they belong to.
     * Its value is a {@link #id()}.
     */
    String FUNCTION = "zaledje.function";

    /** Id of the one function that is the platform's own and always there: its pages for administrators. */
    String ADMINISTRATION = "administration";

    /** Id of the platform's own pages for everybody who has tasks. */
    String TASKS = "tasks";

    /** Lower-case letters, digits and hyphens, at most 40; the first segment of every path of the function. Never null. */
    String id();

    /** The name that people read, for example in the drawer. Never null. */
    LocalizedText title();

    /** What it does, in a sentence. Never null. */
    LocalizedText description();

    /** Name of a Vaadin icon in lower case with hyphens, for example {@code piggy-bank}. Never null. */
    String icon();

    /** What callers can be allowed to do, each as {@code <function>.<noun>.<verb>}; never null, may be empty. */
    Set<String> permissions();

    /** What a permission allows, in words. Never null; the permission itself when there are no words for it. */
    default LocalizedText permissionTitle(String permission) {
        return LocalizedText.verbatim(permission);
    }

    /** Roles that this function suggests. Never null. */
    default List<SuggestedRole> suggestedRoles() {
        return List.of();
    }

    /** Pairs of permissions that no one user may hold together. Never null. */
    default Set<SeparatedDuties> separatedDuties() {
        return Set.of();
    }
}
