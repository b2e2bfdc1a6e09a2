package org.zaledje.platform.list;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The views of lists that the caller has kept in their company, and those that others share there. Needs somebody who is
 * known and works in a company, no permission: a view tells nothing of the rows. Thread-safe.
 */
@ProviderType
public interface SavedViews {

    /** Most views of one list that one person keeps. */
    int VIEWS_MAX = 50;

    /** The views of a list: the caller's own and those that are shared, by name. */
    List<SavedView> of(String list);

    /**
     * Keeps a view; one of the caller's with the same name is replaced.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN {@code list.view.invalid} for a name or a state that is
     *         empty or too long; CONFLICT {@code list.view.too-many}
     */
    SavedView keep(String list, String name, String state, boolean shared);

    /**
     * Forgets one of the caller's own.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code list.view.unknown}
     */
    void remove(UUID id);

    /**
     * Says which view the caller's list begins with.
     *
     * @param id one of {@link #of}; empty for the list as it is
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code list.view.unknown}
     */
    void begin(String list, Optional<UUID> id);
}
