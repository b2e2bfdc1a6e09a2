package org.zaledje.platform.security;

import java.util.Objects;

/**
 * What somebody must be allowed to be shown something.
 *
 * @param permission a permission that a function declares
 * @param everywhere whether in every company, as for what is the installation's own; else somewhere in theirs is enough
 */
public record Right(String permission, boolean everywhere) {

    public Right {
        Objects.requireNonNull(permission);
    }

    /** Whether the caller has it. */
    public boolean heldBy(Caller caller) {
        return everywhere ? caller.mayEverywhere(permission) : caller.maySomewhere(permission);
    }
}
