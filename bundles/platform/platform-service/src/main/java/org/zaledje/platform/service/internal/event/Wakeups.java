package org.zaledje.platform.service.internal.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.event.Event;

/** Tells deliveries on this node that events have just been committed, on this one or on another. Thread-safe. */
@Component(service = Wakeups.class)
public final class Wakeups {

    /** One that wants to know. Returns at once, and throws nothing. */
    @FunctionalInterface
    interface Listener {
        void signalled(Set<Signal> signals);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Listener> heralds = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Adds one that only wants to know of this node's events, to tell others. */
    void addHerald(Listener herald) {
        heralds.add(herald);
    }

    void removeHerald(Listener herald) {
        heralds.remove(herald);
    }

    /** Events of this node have been committed. */
    void published(List<Event> events) {
        Set<Signal> signals = events.stream().map(Signal::of).collect(Collectors.toUnmodifiableSet());
        arrived(signals);
        heralds.forEach(herald -> herald.signalled(signals));
    }

    /** Events of another node have been committed. */
    void arrived(Set<Signal> signals) {
        listeners.forEach(listener -> listener.signalled(signals));
    }
}
