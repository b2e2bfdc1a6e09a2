package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;

/** Collects a transaction's events, writes them to the log just before its commit, and wakes consumers after it. */
@Component
public final class OutboxPublisher implements EventPublisher {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+){2,}");
    private static final int TYPE_LENGTH_MAX = 100;
    /** Events of one transaction that are held in memory; more of them are put aside in the database. */
    private static final int HELD_MAX = 1_000;

    private final TransactionManager transactions;
    private final EventLog log;
    private final Wakeups wakeups;
    private final Companies companies;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;
    private final Map<Transaction, Outbox> outboxes = new ConcurrentHashMap<>();

    @Activate
    public OutboxPublisher(
            @Reference TransactionManager transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Wakeups wakeups,
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference IdSource ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.log = new EventLog(new Sql(dataSource));
        this.wakeups = wakeups;
        this.companies = companies;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void publish(String type, UUID aggregate, Map<String, ?> payload) {
        if (!isType(type)) {
            throw new IllegalArgumentException("not the type of an event: " + type);
        }
        Map<String, Object> kept = Payloads.read(Payloads.write(payload));
        outbox().add(new Event(ids.next(), type, aggregate, companies.current().id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                callers.current().map(Caller::name).orElse(Caller.system().name()), kept));
    }

    /** Whether events can have this type. */
    static boolean isType(String type) {
        return type.length() <= TYPE_LENGTH_MAX && TYPE.matcher(type).matches();
    }

    private Outbox outbox() {
        try {
            Transaction transaction = transactions.getTransaction();
            if (transaction == null || transaction.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("an event can be published in a transaction only");
            }
            Outbox known = outboxes.get(transaction);
            if (known != null) {
                return known;
            }
            Outbox outbox = new Outbox(transaction);
            transaction.registerSynchronization(outbox);
            outboxes.put(transaction, outbox);
            return outbox;
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("the event was not published: " + e.getMessage(), e);
        }
    }

    /** The events of one transaction, which one thread at a time works in. */
    private final class Outbox implements Synchronization {

        private final Transaction transaction;
        private final UUID id = ids.next();
        private final List<Event> held = new ArrayList<>();
        /** One of each lane and type: enough to wake who waits for these. */
        private final Map<String, Event> samples = new HashMap<>();
        private long aside;
        private boolean written;

        Outbox(Transaction transaction) {
            this.transaction = transaction;
        }

        void add(Event event) {
            held.add(event);
            samples.putIfAbsent(Lanes.of(event.aggregate()) + event.type(), event);
            if (written) {
                // Published by another's work before the same commit, when these have been written already.
                write();
            } else if (held.size() == HELD_MAX) {
                putAside();
            }
        }

        private void putAside() {
            log.putAside(id, aside, held);
            aside += held.size();
            held.clear();
        }

        @Override
        public void beforeCompletion() {
            write();
        }

        private void write() {
            if (aside > 0 && !written) {
                // All in one go, for lanes are locked in their order.
                putAside();
                log.appendAside(id);
            } else {
                log.append(held);
            }
            held.clear();
            written = true;
        }

        @Override
        public void afterCompletion(int status) {
            outboxes.remove(transaction);
            if (status == Status.STATUS_COMMITTED) {
                wakeups.published(List.copyOf(samples.values()));
            }
        }
    }
}
