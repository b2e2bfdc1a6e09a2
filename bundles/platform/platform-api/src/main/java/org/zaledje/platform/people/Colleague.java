package org.zaledje.platform.people;

import java.util.Objects;

/**
 * Somebody who works here, as everybody may know them.
 *
 * @param name        login name
 * @param displayName the name that people read; the login name when there is none
 * @param email       address for messages; may be empty
 */
public record Colleague(String name, String displayName, String email) {

    public Colleague {
        Objects.requireNonNull(name);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(email);
    }
}
