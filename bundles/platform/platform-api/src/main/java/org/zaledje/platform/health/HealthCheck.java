package org.zaledje.platform.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: something that an operator wants to know of when it is not in order. {@code /health/ready} shows it; it
 * keeps no work away, for which {@link ReadinessCheck} is.
 */
@ConsumerType
public interface HealthCheck {

    /** Lower case with hyphens, for example {@code disk}; one of a function begins with the function's id. */
    String name();

    /**
     * How it is now. Called from any thread, with at most one call at a time; an exception counts as {@link Health.State#DOWN},
     * and so does one that has not returned within a second, until it has.
     */
    Health check();
}
