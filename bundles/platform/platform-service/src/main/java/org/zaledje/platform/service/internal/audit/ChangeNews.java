package org.zaledje.platform.service.internal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordChanges;
import org.zaledje.platform.company.Companies;

/**
 * Gathers what is committed and tells watchers of it, twice a second at most: who commits a million changes does not wait
 * for those who look on. Of types that nobody watches nothing is gathered.
 */
@Component(service = {RecordChanges.class, ChangeNews.class})
public final class ChangeNews implements RecordChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeNews.class);
    private static final int GATHERED_MS = 500;

    /** A type of records of a company. */
    private record Topic(UUID company, String type) {
    }

    private final Companies companies;
    private final Map<Topic, CopyOnWriteArrayList<Consumer<News>>> watchers = new ConcurrentHashMap<>();
    private final Map<Topic, News> gathered = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "zaledje-record-news");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ChangeNews(@Reference Companies companies) {
        this.companies = companies;
    }

    @Override
    public Watch watch(String type, Consumer<News> listener) {
        Topic topic = new Topic(companies.current().id(), type);
        watchers.computeIfAbsent(topic, none -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> watchers.computeIfPresent(topic, (same, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    /** What to do after the commit of a change; empty when nobody wants to know. */
    Optional<Runnable> of(UUID company, Change change, Instant at) {
        Topic topic = new Topic(company, change.record().type());
        return watchers.containsKey(topic)
                ? Optional.of(() -> gather(topic, change.before().isEmpty() ? new News(1, 0, at) : new News(0, 1, at)))
                : Optional.empty();
    }

    private void gather(Topic topic, News news) {
        gathered.merge(topic, news, (one, other) -> new News(one.added() + other.added(), one.changed() + other.changed(),
                one.last().isAfter(other.last()) ? one.last() : other.last()));
        if (due.compareAndSet(false, true)) {
            try {
                teller.schedule(() -> tell(), GATHERED_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping: nobody is told of changes any more");
            }
        }
    }

    private void tell() {
        due.set(false);
        for (Topic topic : gathered.keySet()) {
            News news = gathered.remove(topic);
            watchers.getOrDefault(topic, new CopyOnWriteArrayList<>()).forEach(listener -> tell(listener, news));
        }
    }

    private static void tell(Consumer<News> listener, News news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.warn("A page was not told that records have changed; it shows them when it is loaded anew.", e);
        }
    }

    @Deactivate
    void close() {
        teller.shutdownNow();
    }
}
