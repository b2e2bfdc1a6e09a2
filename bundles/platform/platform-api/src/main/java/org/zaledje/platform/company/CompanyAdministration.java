package org.zaledje.platform.company;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Adds and changes companies. Every change is audited. Thread-safe. */
@ProviderType
public interface CompanyAdministration {

    /** May add and change companies. Looking at one's own companies needs no permission. */
    String MANAGE = "companies.company.manage";

    /** The most companies of an installation. */
    int COMPANIES_MAX = 1000;

    /** The company, when the current caller has any right in it. */
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
     * @param version the one that was read
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code company.not-found}, RULES_BROKEN
     *         {@code company.invalid}, CONFLICT {@code company.changed} when somebody else has changed it in the meantime
     */
    Company change(UUID id, long version, CompanyDetails details);
}
