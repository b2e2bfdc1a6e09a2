package org.zaledje.platform.company;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The companies of this installation. There is always at least one. Thread-safe. */
@ProviderType
public interface Companies {

    /** All companies, closed ones too, oldest first; never empty. What another node changes is seen within a second. */
    List<Company> all();

    /**
     * The company that the current thread's work belongs to: the one its caller works in, else the oldest one in which
     * they have any right. Without a caller it is the oldest one of all.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN {@code company.forbidden} when the caller has no
     *                                                       right in the company they work in, or it is unknown;
     *                                                       {@code company.closed}
     */
    Company current();
}
