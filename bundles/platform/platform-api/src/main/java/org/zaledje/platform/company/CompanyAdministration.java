package org.zaledje.platform.company;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.rest.ExpectedVersion;

/**
 * Adds, changes and closes companies. What concerns one company takes {@link #MANAGE} in that company, adding and closing
 * takes it in all. Every change is audited. Thread-safe.
 */
@ProviderType
public interface CompanyAdministration {

    /** May add, change and close companies and their units. Looking at one's own companies needs no permission. */
    String MANAGE = "companies.company.manage";

    /** The most companies of an installation. */
    int COMPANIES_MAX = 1000;

    /** The companies in which the current caller has any right, closed ones too, oldest first. */
    List<Company> all();

    /** The company, closed or not, when the current caller has any right in it. */
    Optional<Company> find(UUID id);

    /**
     * Adds a company.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN {@code company.invalid} with every broken rule,
     *                                                       CONFLICT {@code company.too-many}
     */
    Company add(CompanyDetails details);

    /**
     * Changes what is known of a company.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code company.not-found}, RULES_BROKEN
     *         {@code company.invalid}, CHANGED_MEANWHILE
     */
    Company change(UUID id, ExpectedVersion expected, CompanyDetails details);

    /**
     * Closes a company: from now on nobody can work in it, at no door, and it is offered to nobody. Its records stay.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code company.not-found}, CHANGED_MEANWHILE, CONFLICT
     *         {@code company.last} when no other is at work
     */
    Company close(UUID id, ExpectedVersion expected);

    /** Opens a company again that was closed; throws as {@link #close}. */
    Company reopen(UUID id, ExpectedVersion expected);
}
