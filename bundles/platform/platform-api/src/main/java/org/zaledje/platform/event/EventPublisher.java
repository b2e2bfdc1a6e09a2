package org.zaledje.platform.event;

import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Tells other functions, and partners, of what has happened. Thread-safe. */
@ProviderType
public interface EventPublisher {

    /**
     * Publishes an event in the transaction of this thread: it is delivered if and only if that is committed, also after
     * the process was killed.
     *
     * @param type      see {@link Event#type()}
     * @param aggregate see {@link Event#aggregate()}
     * @param payload   see {@link Event#payload()}
     * @throws IllegalStateException when this thread has no transaction
     */
    void publish(String type, UUID aggregate, Map<String, ?> payload);
}
