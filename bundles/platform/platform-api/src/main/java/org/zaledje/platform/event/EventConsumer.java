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

    /** Among {@link #types()}, stands for every type. */
    String EVERYTHING = "*";

    /** Its durable name, {@code <function>.<what-it-does>}; at most 100 characters. Another name is another consumer. */
    String name();

    /** The {@link Event#type()}s it wants, or {@link #EVERYTHING}; never empty, at most 100. The same at each call. */
    Set<String> types();

    /**
     * Acts on an event, in a transaction that also keeps the mark that it has been acted on, as
     * {@link org.zaledje.platform.security.Caller#system()} in the event's company. What it does through JPA and the
     * platform's services takes effect exactly once. When it throws, nothing takes effect, and it is asked again later:
     * ten times within about a day, after which the event is a dead letter that an administrator resends or discards.
     * Until then later events of the same aggregate wait; those of others do not. At most two threads of a node are in
     * this method at once; one that stays for over 60 seconds is interrupted.
     */
    void consume(Event event) throws Exception;
}
