package org.zaledje.platform.company;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.security.Caller;

/** Lets callers into the companies in which they have rights. Thread-safe. */
@ProviderType
public interface CompanyAccess {

    /** The companies that are at work and in which the caller has any right, oldest first; may be empty. */
    List<Company> of(Caller caller);

    /**
     * The caller at work in a company: the wanted one, else the one they work in already, else the oldest of theirs. One
     * who has rights nowhere stays without a company.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN {@code company.forbidden} when they have no right in
     *                                                       that company, or it is unknown; {@code company.closed}
     */
    Caller enter(Caller caller, Optional<UUID> wanted);

    /** As {@link #enter} without a wish, but rather the company that this person chose last. */
    Caller resume(Caller caller);

    /** As {@link #enter}, and {@link #resume} leads there from now on. */
    Caller choose(Caller caller, UUID company);
}
