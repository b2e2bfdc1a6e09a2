package org.zaledje.platform.people;

import java.util.Objects;

/**
 * A token just issued.
 *
 * @param token  what is known of it
 * @param secret what its holder sends as {@code Authorization: Bearer …}; kept nowhere, so it can't be shown again
 */
public record IssuedToken(ApiToken token, String secret) {

    public IssuedToken {
        Objects.requireNonNull(token);
        Objects.requireNonNull(secret);
    }

    /** Tells all but the secret. */
    @Override
    public String toString() {
        return "IssuedToken[" + token + "]";
    }
}
