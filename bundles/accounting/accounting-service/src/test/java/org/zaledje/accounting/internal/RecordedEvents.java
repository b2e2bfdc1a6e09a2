package org.zaledje.accounting.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.transaction.Transactions;

/** Remembers what was published. Transactions are those of the test's database. */
public final class RecordedEvents implements EventPublisher, Transactions {

    /** What was published. */
    public record Published(String type, UUID aggregate, Map<String, ?> payload) {
    }

    public final List<Published> published = new CopyOnWriteArrayList<>();

    @Override
    public void publish(String type, UUID aggregate, Map<String, ?> payload) {
        published.add(new Published(type, aggregate, payload));
    }

    public List<String> types() {
        return published.stream().map(Published::type).toList();
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        return work.get();
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
