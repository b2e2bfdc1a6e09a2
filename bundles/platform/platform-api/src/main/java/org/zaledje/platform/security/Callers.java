package org.zaledje.platform.security;

import java.util.Optional;
import java.util.UUID;
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

    /**
     * The caller, who must be allowed to do this in every company: for what is the installation's own, as its users are.
     *
     * @throws org.zaledje.platform.problem.ProblemException as {@link #require}; FORBIDDEN
     *         {@code security.forbidden-everywhere} when they may do it in some company only
     */
    default Caller requireEverywhere(String permission) {
        Caller caller = require(permission);
        if (!caller.mayEverywhere(permission)) {
            throw ProblemException.of(Kind.FORBIDDEN, "security.forbidden-everywhere",
                    Texts.beside(Callers.class).text("forbidden-everywhere", permission)).with("permission", permission);
        }
        return caller;
    }

    /**
     * The caller, who must be allowed to do this to a record of an organisational unit.
     *
     * @param unit the record's unit; empty when it is the company's as a whole, which takes a right in all of it
     * @throws org.zaledje.platform.problem.ProblemException as {@link #require}
     */
    default Caller requireIn(Optional<UUID> unit, String permission) {
        return current().filter(caller -> unit.isPresent() && caller.mayIn(unit.get(), permission))
                .orElseGet(() -> require(permission));
    }

    /**
     * Where in their company the caller may do this: what else is there is to be left out of lists, and not found. The
     * caller must be allowed to do it somewhere.
     *
     * @throws org.zaledje.platform.problem.ProblemException as {@link #require} when they may do it nowhere in the company
     */
    default Reach reach(String permission) {
        Caller caller = current().filter(known -> known.maySomewhere(permission)).orElseGet(() -> require(permission));
        return new Reach(caller.may(permission), caller.units(permission));
    }

    /** Does {@code work} in this thread for {@code caller}; afterwards the thread has the caller it had before. */
    <T> T callAs(Caller caller, Callable<T> work) throws Exception;

    /** As {@link #callAs(Caller, Callable)}, for work without a result. */
    void runAs(Caller caller, Runnable work);
}
