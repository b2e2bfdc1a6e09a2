package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.service.internal.database.PooledDatabase;

/**
 * A process of its own to be killed: the kernel's database, transactions and events without the container around them.
 * Prints what it has committed, a line each.
 */
final class EventsProcess {

    static final String PUBLISHED = "published ";
    static final String READY = "ready";
    static final String DRAINED = "drained";

    private static final int PUBLISHERS = 4;
    private static final int AGGREGATES = 8;
    private static final double FAILURES = 0.005;

    private EventsProcess() {
    }

    /** Arguments: address of the database, its user, and {@code publish} or {@code drain}. */
    public static void main(String[] arguments) throws Exception {
        Node node = new Node(new PooledDatabase(arguments[0], arguments[1]), Clock.systemUTC());
        node.dispatcher.bind(new Effects(node));
        System.out.println(READY);
        if (arguments[2].equals("drain")) {
            while (!node.transactions.required(() -> isDrained(node))) {
                LockSupport.parkNanos(20_000_000);
            }
            node.close();
            System.out.println(DRAINED);
            return;
        }
        for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
            int number = publisher;
            new Thread(() -> publish(node, number)).start();
        }
    }

    private static boolean isDrained(Node node) {
        return node.sql.list("select count(*) from kill_source", row -> row.getLong(1))
                .equals(node.sql.list("select count(*) from kill_effect", row -> row.getLong(1)));
    }

    /** Each publisher has aggregates of its own, so that it knows in which order it has published. */
    private static void publish(Node node, int publisher) {
        int[] last = new int[AGGREGATES];
        node.transactions.required(() -> node.sql.list("select lane, max(number) from kill_source where publisher = ? group by lane",
                row -> last[row.getInt(1)] = row.getInt(2), publisher));
        for (int i = 0;; i++) {
            int lane = i % AGGREGATES;
            int number = ++last[lane];
            UUID aggregate = new UUID(publisher, lane);
            node.transactions.required(() -> {
                node.publisher.publish(Node.TYPE, aggregate, Map.of("number", number));
                return node.sql.update("insert into kill_source (publisher, lane, number) values (?, ?, ?)", publisher, lane, number);
            });
            synchronized (System.out) {
                System.out.println(PUBLISHED + publisher + " " + lane + " " + number);
                System.out.flush();
            }
        }
    }

    private record Effects(Node node, Random random) implements EventConsumer {

        Effects(Node node) {
            this(node, new Random());
        }

        @Override
        public String name() {
            return "test.effects";
        }

        @Override
        public Set<String> types() {
            return Set.of(Node.TYPE);
        }

        @Override
        public void consume(Event event) {
            node.sql.update("insert into kill_effect (publisher, lane, number) values (?, ?, ?)",
                    event.aggregate().getMostSignificantBits(), event.aggregate().getLeastSignificantBits(), Node.number(event));
            if (random.nextDouble() < FAILURES) {
                throw new IllegalStateException("now and then");
            }
        }
    }
}
