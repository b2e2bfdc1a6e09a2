package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.lifecycle.StopListener;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/**
 * Brings events to the consumers that are there. It starts at once when events are committed, here or on another node that
 * tells of them; once a second it looks for those that nobody told of, for what is due to be tried again, and for consumers
 * that take too long.
 */
@Component(service = {Dispatcher.class, StopListener.class}, immediate = true)
public final class Dispatcher implements StopListener {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final int DUE_MAX = 1_000;
    private static final int THREADS_MAX = 2;

    private final Transactions transactions;
    private final EventLog log;
    private final Registrations registrations;
    private final ParkedEvents parked;
    private final LaneDelivery delivery;
    private final OutsideDelivery outside;
    private final Wakeups wakeups;
    private final Clock clock;
    private final Map<String, EventConsumer> present = new ConcurrentHashMap<>();
    private final Map<String, ConsumerWork> working = new ConcurrentHashMap<>();
    private final Wakeups.Listener listener = this::signalled;
    private final ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads("zaledje-events-"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("zaledje-events-timer-"));
    private String lastProblem = "";

    @Activate
    public Dispatcher(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Wakeups wakeups,
            @Reference Callers callers,
            @Reference IdSource ids,
            @Reference Clock clock) {
        this(transactions, dataSource, wakeups, callers, ids, clock, LOOK_INTERVAL);
    }

    Dispatcher(Transactions transactions, DataSource dataSource, Wakeups wakeups, Callers callers, IdSource ids, Clock clock,
            Duration lookInterval) {
        Sql sql = new Sql(dataSource);
        this.transactions = transactions;
        this.log = new EventLog(sql);
        this.registrations = new Registrations(sql);
        this.parked = new ParkedEvents(sql);
        this.delivery = new LaneDelivery(transactions, sql, callers, ids, clock);
        this.outside = new OutsideDelivery(transactions, sql, ids, clock);
        this.wakeups = wakeups;
        this.clock = clock;
        wakeups.add(listener);
        timer.scheduleWithFixedDelay(this::look, 0, lookInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(EventConsumer consumer) {
        String name = consumer.name();
        if (present.putIfAbsent(name, consumer) != null) {
            LOG.error("There are two event consumers of the name {}; {} gets no events", name, consumer.getClass().getName());
            return;
        }
        try {
            begin(consumer);
        } catch (RuntimeException e) {
            LOG.warn("The event consumer {} can't begin now; this is tried again: {}", name, e.getMessage());
        }
    }

    void unbind(EventConsumer consumer) {
        if (!present.remove(consumer.name(), consumer)) {
            return;
        }
        ConsumerWork work;
        synchronized (working) {
            work = working.remove(consumer.name());
        }
        if (work != null) {
            stop(work);
        }
    }

    /** Whether the consumer of this name is there on this node. */
    boolean isPresent(String consumer) {
        return present.containsKey(consumer);
    }

    /** How many events each consumer that is there has acted on. */
    Map<String, Long> delivered() {
        return working.values().stream().collect(Collectors.toMap(work -> work.consumer().name(), ConsumerWork::delivered));
    }

    /** What a consumer is at is done to its end; what comes after it waits for the next start, or is another node's. */
    @Override
    public void stopping() {
        wakeups.remove(listener);
        timer.shutdown();
        working.values().parallelStream().forEach(Dispatcher::stop);
    }

    private static void stop(ConsumerWork work) {
        try {
            work.stop(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes a consumer known that is not, and sets it to work. */
    private void begin(EventConsumer consumer) {
        synchronized (working) {
            if (present.get(consumer.name()) != consumer || working.containsKey(consumer.name())) {
                return;
            }
            long[] positions = transactions.requiresNew(() -> {
                if (!registrations.isKnown(consumer.name())) {
                    registrations.add(consumer.name(), clock.instant(), log.ends());
                }
                registrations.setTypes(consumer.name(), consumer.types());
                return registrations.positions(consumer.name());
            });
            ConsumerWork work = new ConsumerWork(consumer, turns(consumer), threads, threadsMax(consumer), positions);
            working.put(consumer.name(), work);
            work.wake(transactions.requiresNew(log::ends));
        }
    }

    /**
     * On the embedded database only one transaction writes at a time: a second thread would gain nothing, and with a consumer
     * that hangs it would keep everybody else waiting twice as long.
     */
    private int threadsMax(EventConsumer consumer) {
        return consumer instanceof OutsideConsumer || log.isPostgresql() ? THREADS_MAX : 1;
    }

    private ConsumerWork.Delivery turns(EventConsumer consumer) {
        if (consumer instanceof OutsideConsumer sender) {
            return (call, lane, end, retries) ->
                    retries ? outside.again(sender, call, lane) : outside.fresh(sender, call, lane);
        }
        return (call, lane, end, retries) ->
                retries ? delivery.again(consumer, call, lane) : delivery.fresh(consumer, call, lane, end);
    }

    private void signalled(Set<Signal> signals) {
        for (ConsumerWork work : working.values()) {
            for (Signal signal : signals) {
                if (work.wants(signal.type())) {
                    work.wake(signal.lane());
                }
            }
        }
    }

    private void look() {
        try {
            present.values().forEach(this::begin);
            if (working.isEmpty()) {
                return;
            }
            long[] ends = transactions.requiresNew(log::ends);
            Instant now = clock.instant();
            List<ParkedEvents.Due> due = transactions.requiresNew(() -> parked.due(now, DUE_MAX));
            for (ParkedEvents.Due again : due) {
                ConsumerWork work = working.get(again.consumer());
                if (work != null) {
                    work.wakeRetries(again.lane());
                }
            }
            working.values().forEach(work -> work.wake(ends));
            lastProblem = "";
        } catch (RuntimeException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.warn("Events are not delivered now; this is tried again each second: {}", problem);
                lastProblem = problem;
            }
        }
    }

    @Deactivate
    void close() {
        stopping();
        threads.shutdown();
    }
}
