package org.zaledje.platform.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who stands in for whom in the current company. People look after their own; with {@link Procedures#MANAGE} after
 * everybody's. Changes are audited. Thread-safe.
 */
@ProviderType
public interface Substitutions {

    /** Those that are not over and concern the caller, or all with {@link Procedures#MANAGE}; by first day; at most 1,000. */
    List<Substitution> list();

    /**
     * Has somebody stand in.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN when it is not the caller who is away and they lack
     *         {@link Procedures#MANAGE}; RULES_BROKEN {@code substitution.invalid}
     */
    Substitution add(String person, String substitute, LocalDate from, LocalDate to);

    /**
     * Ends one.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when there is none that the caller may end
     */
    void remove(UUID id);
}
