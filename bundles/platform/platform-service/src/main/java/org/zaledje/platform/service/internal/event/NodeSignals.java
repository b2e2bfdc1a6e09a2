package org.zaledje.platform.service.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.database.Database;

/*
 * Why after the commit, and not in it?
 *
 * PostgreSQL lets transactions that notify commit one after the other, each with its fsync. So a node tells of what has
 * been committed afterwards, many at once, on a connection of its own. What it doesn't come to tell, for it is killed or
 * its connection breaks, the others find when they look for it, within a second.
 */

/** Tells the other nodes of a PostgreSQL database that events have been committed, and hears from them. */
@Component(service = {})
public final class NodeSignals {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSignals.class);
    private static final String CHANNEL = "zaledje_events";
    private static final int PAYLOAD_CHARACTERS_MAX = 7_000;
    private static final int HEAR_MILLIS = 500;
    private static final int WAITING_MAX = 10_000;
    private static final int AGAIN_SECONDS = 1;

    private final DataSource plain;
    private final Wakeups wakeups;
    private final Wakeups.Listener herald;
    private final BlockingQueue<Set<Signal>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** What is done on a connection until it breaks. */
    @FunctionalInterface
    private interface Talk {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    @Activate
    public NodeSignals(@Reference Database database, @Reference Wakeups wakeups) {
        this(database.plain(), wakeups, !database.isEmbedded());
    }

    NodeSignals(DataSource plain, Wakeups wakeups, boolean shared) {
        this.plain = plain;
        this.wakeups = wakeups;
        // What does not find room any more is found by the others' look.
        this.herald = waiting::offer;
        if (shared) {
            wakeups.addHerald(herald);
            start("zaledje-events-teller", this::tell);
            start("zaledje-events-hearer", this::hear);
        }
    }

    private void start(String name, Talk talk) {
        Thread thread = new Thread(() -> keepOn(talk), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void keepOn(Talk talk) {
        boolean told = false;
        while (closed.getCount() > 0) {
            try (Connection connection = plain.getConnection()) {
                told = false;
                talk.on(connection);
            } catch (SQLException e) {
                if (!told) {
                    LOG.warn("Nodes can't tell each other of events now; they look for them each second: {}", e.getMessage());
                    told = true;
                }
                awaitClose();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void awaitClose() {
        try {
            closed.await(AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (closed.getCount() > 0) {
                Set<Signal> due = new HashSet<>(waiting.take());
                List<Set<Signal>> more = new ArrayList<>();
                waiting.drainTo(more);
                more.forEach(due::addAll);
                for (String payload : written(due)) {
                    notify.setString(1, payload);
                    notify.execute();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection postgresql = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            PGNotification[] notifications = postgresql.getNotifications(HEAR_MILLIS);
            Set<Signal> heard = Stream.of(notifications == null ? new PGNotification[0] : notifications)
                    .flatMap(notification -> read(notification.getParameter())).collect(Collectors.toSet());
            if (!heard.isEmpty()) {
                wakeups.arrived(heard);
            }
        }
    }

    /** Lines of lane and type, in as many texts as are needed. */
    static List<String> written(Set<Signal> signals) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Signal signal : signals) {
            String line = signal.lane() + " " + signal.type() + "\n";
            if (text.length() + line.length() > PAYLOAD_CHARACTERS_MAX) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(line);
        }
        texts.add(text.toString());
        return texts;
    }

    /** What another version may have written otherwise is passed over. */
    static Stream<Signal> read(String text) {
        return text.lines().map(line -> line.split(" ")).filter(words -> words.length == 2 && words[0].matches("[0-9]{1,2}"))
                .map(words -> new Signal(Integer.parseInt(words[0]), words[1])).filter(signal -> signal.lane() < Lanes.COUNT);
    }

    @Deactivate
    void close() throws InterruptedException {
        wakeups.removeHerald(herald);
        closed.countDown();
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(2));
        }
    }
}
