package org.zaledje.platform.service.internal.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.event.Event;

/** Tells deliveries on this node that events have just been committed. Thread-safe. */
@Component(service = Wakeups.class)
public final class Wakeups {

    /** One that wants to know. Returns at once, and throws nothing. */
    @FunctionalInterface
    interface Listener {
        void published(List<Event> events);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void published(List<Event> events) {
        listeners.forEach(listener -> listener.published(events));
    }
}
