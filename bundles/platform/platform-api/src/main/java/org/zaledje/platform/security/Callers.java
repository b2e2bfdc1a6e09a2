package org.zaledje.platform.security;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

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

    /**
     * The caller, who must be allowed to do this and be somebody else than who made what it is done to (four eyes).
     * Holds for administrators too.
     *
     * @param maker      login name of who made the record, for example who prepared the payment
     * @param permission a permission that a function declares, for example {@code finance.payment.release}
     * @return the caller
     * @throws org.zaledje.platform.problem.ProblemException as {@link #require}; FORBIDDEN
     *         {@code security.separation-of-duties} when the caller is the maker
     */
    default Caller requireOtherThan(String maker, String permission) {
        Caller caller = require(permission);
        if (caller.name().equals(maker)) {
            throw ProblemException.of(Kind.FORBIDDEN, "security.separation-of-duties",
                    Texts.beside(Callers.class).text("separation-of-duties", maker)).with("permission", permission);
        }
        return caller;
    }

    /** Does {@code work} in this thread for {@code caller}; afterwards the thread has the caller it had before. */
    <T> T callAs(Caller caller, Callable<T> work) throws Exception;

    /** As {@link #callAs(Caller, Callable)}, for work without a result. */
    void runAs(Caller caller, Runnable work);
}
