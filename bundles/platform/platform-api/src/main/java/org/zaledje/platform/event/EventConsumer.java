package org.zaledje.platform.event;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that acts on events. Once it has been registered for the first time, every event of its types that
 * is published from then on reaches it, also those that are published while it is away. Events of one aggregate come in
 * order; those of different aggregates may come at once.
 */
@ConsumerType
public interface EventConsumer {

    /** Its durable name, {@code <function>.<what-it-does>}; at most 100 characters. Another name is another consumer. */
    String name();

    /** The {@link Event#type()}s it wants; never empty. */
    Set<String> types();

    /**
     * Acts on an event, in a transaction that also keeps the mark that it has been acted on, as
     * {@link org.zaledje.platform.security.Caller#system()} in the event's company. What it does through JPA and the
     * platform's services takes effect exactly once. When it throws, nothing takes effect, and it is asked again later.
     */
    void consume(Event event) throws Exception;
}
