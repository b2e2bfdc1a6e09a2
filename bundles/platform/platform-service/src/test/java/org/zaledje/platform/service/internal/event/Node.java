package org.zaledje.platform.service.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.database.PooledDatabase;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.TestDatabase;

/** The parts of one node that have to do with events, over a database that several may share. */
final class Node implements AutoCloseable {

    static final Company COMPANY = new Company(new UUID(7, 7), "One", "SI", Currency.getInstance("EUR"));
    static final String TYPE = "test.thing.happened";

    final PooledDatabase database;
    final Transactions transactions;
    final Sql sql;
    final IdSource ids;
    final OutboxPublisher publisher;
    final Dispatcher dispatcher;
    private final NodeSignals signals;
    final ThreadCallers callers = new ThreadCallers();
    final List<Change> changes = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Node(TestDatabase test, Clock clock) {
        this(new PooledDatabase(test), clock);
    }

    Node(PooledDatabase database, Clock clock) {
        this(database, clock, Duration.ofSeconds(1));
    }

    Node(PooledDatabase database, Clock clock, Duration lookInterval) {
        this.database = database;
        this.clock = clock;
        transactions = database.transactions();
        sql = new Sql(database.dataSource());
        ids = new TimeOrderedIds(clock);
        Wakeups wakeups = new Wakeups();
        publisher = new OutboxPublisher(database.manager(), database.dataSource(), wakeups, new OneCompany(), callers, ids, clock);
        dispatcher = new Dispatcher(transactions, database.dataSource(), wakeups, callers, ids, clock, lookInterval);
        signals = new NodeSignals(database.plain(), wakeups, database.isShared());
    }

    /** An empty database with the platform's tables, and one for the effects of consumers. */
    static TestDatabase prepare(TestDatabase test) {
        test.migrate("db/platform/changelog.xml");
        new Sql(test.dataSource()).update("create table effect (consumer varchar(100), aggregate_id uuid, number integer, at bigint,"
                + " primary key (consumer, aggregate_id, number))");
        return test;
    }

    void publish(UUID aggregate, int... numbers) {
        transactions.required(() -> {
            for (int number : numbers) {
                publisher.publish(TYPE, aggregate, Map.of("number", number));
            }
            return numbers;
        });
    }

    EventDeliveries deliveries() {
        return new StoredDeliveries(transactions, database.dataSource(), dispatcher, callers, changes::add, clock);
    }

    WebhookWork webhookWork(EventSettings settings) {
        return new WebhookWork(transactions, database.dataSource(), dispatcher, new SecretBox(settings), settings, ids, clock);
    }

    Webhooks webhooks(EventSettings settings, WebhookWork work) {
        return new StoredWebhooks(transactions, database.dataSource(), work, new SecretBox(settings), settings, new OneCompany(),
                callers, changes::add, ids, clock);
    }

    /** A consumer that keeps each event in the table of effects, after {@code before} has let it. */
    EventConsumer keeping(String name, Action before) {
        return new EventConsumer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> types() {
                return Set.of(TYPE);
            }

            @Override
            public void consume(Event event) throws Exception {
                sql.update("insert into effect values (?, ?, ?, (select count(*) from effect))", name, event.aggregate(), number(event));
                before.on(event);
            }
        };
    }

    static int number(Event event) {
        return (Integer) event.payload().get("number");
    }

    @FunctionalInterface
    interface Action {
        void on(Event event) throws Exception;
    }

    /** The numbers that a consumer has kept of an aggregate, in the order kept. */
    List<Integer> effects(String consumer, UUID aggregate) {
        return new ArrayList<>(sql.list("select number from effect where consumer = ? and aggregate_id = ? order by at, number",
                row -> row.getInt(1), consumer, aggregate));
    }

    /** Waits until what is seen is as expected. */
    static <T> void await(T expected, Supplier<T> seen) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        T last = seen.get();
        while (!expected.equals(last) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            last = seen.get();
        }
        assertEquals(expected, last);
    }

    @Override
    public void close() throws Exception {
        signals.close();
        dispatcher.close();
        database.close();
    }

    private record OneCompany() implements Companies {

        @Override
        public List<Company> all() {
            return List.of(COMPANY);
        }

        @Override
        public Company current() {
            return COMPANY;
        }
    }
}
