package org.zaledje.platform.event;

import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Tells other functions, and partners, of what has happened. Thread-safe. */
@ProviderType
public interface EventPublisher {

    /**
     * Publishes an event in the transaction of this thread: it is delivered if and only if that is committed, also after
     * the process was killed. Its place among the events of its aggregate is that of the commit.
     *
     * @param type      see {@link Event#type()}
     * @param aggregate see {@link Event#aggregate()}
     * @param payload   see {@link Event#payload()}
     * @throws IllegalStateException    when this thread has no transaction
     * @throws IllegalArgumentException when the type is not as described or longer than 100 characters, or the payload
     *                                  holds anything else than described or is longer than 100,000 characters of JSON
     */
    void publish(String type, UUID aggregate, Map<String, ?> payload);
}
