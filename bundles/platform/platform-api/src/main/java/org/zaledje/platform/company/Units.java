package org.zaledje.platform.company;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.rest.ExpectedVersion;

/**
 * The organisational units of the current company. Looking at them takes any right in the company, changing them
 * {@link CompanyAdministration#MANAGE} there. Every change is audited. A unit is never removed, because records and rights
 * keep its id: it ends. Thread-safe.
 */
@ProviderType
public interface Units {

    /** The most units of a company. */
    int UNITS_MAX = 2_000;

    /** The most units above each other. */
    int DEPTH_MAX = 20;

    /** All units, each right before those below it, and beside each other by code; ended ones too. */
    List<Unit> all();

    /**
     * The units of another company, as {@link #all}.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN {@code company.forbidden} when the caller has no right
     *                                                       in that company, or it is unknown
     */
    List<Unit> of(UUID company);

    /** The unit; empty when there is none in the current company. */
    Optional<Unit> find(UUID id);

    /**
     * Adds a unit.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN {@code unit.invalid} with every broken rule,
     *                                                       CONFLICT {@code unit.too-many}
     */
    Unit add(UnitDetails details);

    /**
     * Changes a unit. What lies below it moves with it, and rights in the units above hold there from the next request on.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code unit.not-found}, CHANGED_MEANWHILE, RULES_BROKEN
     *                                                       {@code unit.invalid}
     */
    Unit change(UUID id, ExpectedVersion expected, UnitDetails details);
}
