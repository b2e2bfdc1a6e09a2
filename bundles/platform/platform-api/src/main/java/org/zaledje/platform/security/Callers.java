package org.zaledje.platform.security;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the caller of the work that the current thread is doing. Thread-safe. */
@ProviderType
public interface Callers {

    /** The caller, or empty when nobody has been authenticated for this thread's work. */
    Optional<Caller> current();

    /**
     * The caller, who must be allowed to do this.
     *
     * @param permission a permission that a function declares, for example {@code accounting.entry.post}
     * @return the caller
     * @throws org.zaledje.platform.problem.ProblemException UNAUTHENTICATED when there is none, FORBIDDEN when they may not
     */
    Caller require(String permission);

    /** Does {@code work} in this thread for {@code caller}; afterwards the thread has the caller it had before. */
    <T> T callAs(Caller caller, Callable<T> work) throws Exception;

    /** As {@link #callAs(Caller, Callable)}, for work without a result. */
    void runAs(Caller caller, Runnable work);
}
