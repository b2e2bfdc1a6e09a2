package org.zaledje.platform.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells whether people are who they say they are. The same users hold for the web UI, REST, SOAP and the shell. Thread-safe. */
@ProviderType
public interface Authentication {

    /**
     * The caller with this name and password, for programs and the shell: people who use the web UI sign in by
     * {@link Logins}. A token may stand in the place of the password.
     *
     * @param name     login name as typed; not case-sensitive
     * @param password as typed; the method keeps no reference to it
     * @return the caller with their roles and English as language, or empty when name or password is wrong or they are
     *         kept out. Both take the same time.
     * @throws org.zaledje.platform.problem.ProblemException UNAUTHENTICATED {@code auth.second-factor} when the password is
     *         right, but is not enough because the user has a second factor; UNAVAILABLE when users can't be read
     */
    Optional<Caller> authenticate(String name, char[] password);

    /**
     * The caller whose token this is, with the rights that it gives.
     *
     * @param token as sent; anything else than a token is nobody's
     * @return empty when it is unknown, expired or revoked, or its user is kept out
     * @throws org.zaledje.platform.problem.ProblemException UNAVAILABLE when users can't be read
     */
    Optional<Caller> authenticateToken(String token);
}
