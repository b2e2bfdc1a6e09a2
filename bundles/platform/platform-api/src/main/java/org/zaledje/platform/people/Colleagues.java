package org.zaledje.platform.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people of the current company, for giving work to each other: those who may come in and have a right there. Takes any
 * right in the company, otherwise it is FORBIDDEN. Thread-safe.
 */
@ProviderType
public interface Colleagues {

    /** The most that {@link #search} finds. */
    int FOUND_MAX = 50;

    /** One by login name; empty when there is none, or they are disabled. */
    Optional<Colleague> find(String name);

    /** People whose login name or display name has this in it, by login name; at most {@value #FOUND_MAX}. */
    List<Colleague> search(String text);

    /**
     * What somebody is, for deciding whether work concerns them.
     *
     * @param roles       names of the roles that they have in the whole company
     * @param permissions what they may do in the whole company
     * @param everything  whether they may do everything in it
     */
    record Standing(Set<String> roles, Set<String> permissions, boolean everything) {
        public Standing {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
        }
    }

    /** What somebody is; empty as for {@link #find}. */
    Optional<Standing> standing(String name);
}
