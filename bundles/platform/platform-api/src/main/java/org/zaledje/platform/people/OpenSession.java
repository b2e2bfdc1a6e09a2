package org.zaledje.platform.people;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A browser in which somebody is signed in.
 *
 * @param id         its id, which is no secret
 * @param user       who is signed in
 * @param userName   their login name
 * @param address    network address it was opened from
 * @param client     what the browser says it is; may be empty
 * @param createdAt  when it was opened
 * @param lastSeenAt when it was last used, to the minute
 */
public record OpenSession(
        UUID id, UUID user, String userName, String address, String client, Instant createdAt, Instant lastSeenAt) {

    public OpenSession {
        Objects.requireNonNull(id);
        Objects.requireNonNull(user);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(address);
        Objects.requireNonNull(client);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(lastSeenAt);
    }
}
