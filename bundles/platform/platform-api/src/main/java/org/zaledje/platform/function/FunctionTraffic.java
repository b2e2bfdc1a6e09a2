package org.zaledje.platform.function;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The requests that functions are working on. Whoever takes requests from outside lets each one pass here, so that the
 * platform can let them end before it exchanges the function, and hold new ones for the moment that this takes.
 * Thread-safe.
 */
@ProviderType
public interface FunctionTraffic {

    /** A request on its way through a function. */
    interface Passage extends AutoCloseable {
        /** The request is answered. */
        @Override
        void close();
    }

    /**
     * Begins a request. Waits some seconds while the function is being exchanged.
     *
     * @param functionId the function; one that nobody has heard of is let pass
     * @throws org.zaledje.platform.problem.ProblemException UNAVAILABLE, with nothing done, when the exchange takes longer
     */
    Passage enter(String functionId);
}
