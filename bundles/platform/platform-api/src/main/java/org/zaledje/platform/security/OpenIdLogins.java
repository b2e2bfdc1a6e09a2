package org.zaledje.platform.security;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.Logins.Outcome;

/**
 * Lets people sign in to the web UI at an OpenID provider, by the authorization code flow: the browser departs to the
 * provider, and arrives from there. Thread-safe.
 */
@ProviderType
public interface OpenIdLogins {

    /** Path of the page that the browser is sent back to, below the address of the web UI. */
    String CALLBACK = "/login/openid/callback";

    /**
     * A browser on its way to the provider.
     *
     * @param to      where it is sent
     * @param binding a secret that only this browser may know, and shows when it arrives
     */
    record Departure(URI to, String binding) {
        public Departure {
            Objects.requireNonNull(to);
            Objects.requireNonNull(binding);
        }

        /** Tells all but the secret. */
        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /**
     * A browser back from the provider.
     *
     * @param outcome what came of it; never that a code is needed
     * @param next    the page that was asked for at departure; may be empty
     * @param hint    what {@link #signOut} wants, to be kept with the session
     */
    record Arrival(Outcome outcome, String next, String hint) {
        public Arrival {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(next);
            Objects.requireNonNull(hint);
        }
    }

    /** What the provider is called on the login page; empty when none is configured. */
    Optional<String> title();

    /**
     * Sends a browser off. It must be back within ten minutes.
     *
     * @param base address of the web UI as the browser knows it, without a slash at the end
     * @param next the page to go to after the login; may be empty
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code auth.openid.none} when no provider is
     *         configured; UNAVAILABLE {@code auth.openid.unavailable} when it does not answer
     */
    Departure depart(URI base, String next);

    /**
     * Takes up a browser that comes back. What it brings is good once.
     *
     * @param base       as for {@link #depart}
     * @param parameters what the provider sent with it
     * @param binding    the secret of the departure; empty when the browser has none
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN with a code that begins with {@code auth.openid}
     *         when it can't be trusted, or {@code auth.name-taken} and the like when the user can't be let in; UNAVAILABLE
     *         {@code auth.openid.unavailable} when the provider does not answer
     */
    Arrival arrive(URI base, Map<String, String> parameters, Optional<String> binding, Origin origin);

    /** Where to send a browser to sign out at the provider too, which sends it back to {@code base}; empty when it can't. */
    Optional<URI> signOut(URI base, String hint);
}
