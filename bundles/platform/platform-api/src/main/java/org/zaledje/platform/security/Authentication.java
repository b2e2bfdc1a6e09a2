package org.zaledje.platform.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells whether people are who they say they are. The same users hold for the web UI, REST, SOAP and the shell. Thread-safe. */
@ProviderType
public interface Authentication {

    /**
     * The caller with this name and password.
     *
     * @param name     login name as typed; not case-sensitive
     * @param password as typed; the method keeps no reference to it
     * @return the caller with their roles and English as language, or empty when name or password is wrong. Both take
     *         the same time.
     */
    Optional<Caller> authenticate(String name, char[] password);
}
