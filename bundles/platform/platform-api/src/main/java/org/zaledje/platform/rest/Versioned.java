package org.zaledje.platform.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A representation of something that can be changed. What a {@link RestResource} answers with it gets a strong
 * {@code ETag}, and a GET with {@code If-None-Match} is answered 304 while it is unchanged.
 */
@ConsumerType
public interface Versioned {

    /** The number of its version, another one after each change; for example what JPA counts in {@code @Version}. */
    long version();
}
