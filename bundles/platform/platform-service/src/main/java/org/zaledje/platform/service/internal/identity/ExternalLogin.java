package org.zaledje.platform.service.internal.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Another place that knows passwords, for example a directory. Asked, in the order of service ranking, for names that have
 * no password here. A place that answers by sending the browser back opens the session by
 * {@link StoredLogins#enter} instead.
 */
public interface ExternalLogin {

    /**
     * The local user whom this name and password belong to, made or renewed by this call.
     *
     * @param name     login name in lower case
     * @param password as typed, never empty; no reference to it is kept
     * @return empty when they don't fit
     * @throws org.zaledje.platform.problem.ProblemException UNAVAILABLE {@code auth.directory-unavailable} when the place
     *         does not answer; FORBIDDEN when they fit, and yet can't be let in
     */
    Optional<UUID> user(String name, char[] password);
}
