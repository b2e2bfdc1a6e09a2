package org.example.eventbench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.transaction.Transactions;

/** Publishes events, takes them, and writes into its log how long that took. */
@Component(service = {Job.class, EventConsumer.class})
public final class EventBenchJob implements Job, EventConsumer {

    private static final String TYPE = "eventbench.thing.happened";
    private static final int PUBLISHERS = 8;
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Transactions transactions;
    private final EventPublisher publisher;
    private final IdSource ids;
    private final Callers callers;
    private final DataSource dataSource;
    private final Map<UUID, Long> committed = new ConcurrentHashMap<>();
    private final Map<UUID, Long> consumed = new ConcurrentHashMap<>();
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    @Activate
    public EventBenchJob(@Reference Transactions transactions, @Reference EventPublisher publisher, @Reference IdSource ids,
            @Reference Callers callers, @Reference(target = "(osgi.jndi.service.name=zaledje-eventbench)") DataSource dataSource) {
        this.transactions = transactions;
        this.publisher = publisher;
        this.ids = ids;
        this.callers = callers;
        this.dataSource = dataSource;
    }

    @Override
    public String id() {
        return "eventbench.run";
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim("Events, measured");
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.byHand();
    }

    @Override
    public String name() {
        return "eventbench.taker";
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void consume(Event event) {
        if (consumed.putIfAbsent(event.aggregate(), System.nanoTime()) == null) {
            awaited.countDown();
        }
    }

    @Override
    public void run(JobRun run) throws Exception {
        int count = Integer.parseInt(run.parameters().getOrDefault("events", "4000"));
        measureQuiet(run, Math.max(100, count / 8));
        begin(0);
        inThreads(count / 4, number -> write());
        double plain = rate(count / 4, number -> write(), 0);
        begin(count);
        double delivered = rate(count, number -> publish(), count);
        tell(run, "plain-rate", plain);
        tell(run, "delivered-rate", delivered);
    }

    /** One event after the other, while nothing else happens: commit, and from there to the consumer. */
    private void measureQuiet(JobRun run, int count) throws InterruptedException {
        long[] commits = new long[count];
        long[] latencies = new long[count];
        for (int round = 0; round < 2; round++) {
            begin(count);
            List<UUID> published = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                UUID aggregate = publish();
                commits[i] = committed.get(aggregate) - begin;
                published.add(aggregate);
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
            awaitAll();
            for (int i = 0; i < count; i++) {
                latencies[i] = Math.max(0, consumed.get(published.get(i)) - committed.get(published.get(i)));
            }
        }
        tellPercentiles(run, "commit", commits);
        tellPercentiles(run, "latency", latencies);
    }

    private static void tellPercentiles(JobRun run, String name, long[] nanos) {
        Arrays.sort(nanos);
        for (int percent : new int[] {50, 95, 99}) {
            tell(run, name + "-p" + percent, nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6);
        }
    }

    private static void tell(JobRun run, String name, double value) {
        run.log(String.format(Locale.ROOT, "%s %.3f", name, value));
    }

    private void begin(int count) {
        committed.clear();
        consumed.clear();
        awaited = new CountDownLatch(count);
    }

    private void awaitAll() throws InterruptedException {
        if (!awaited.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(awaited.getCount() + " events have not arrived");
        }
    }

    private double rate(int count, IntConsumer work, int awaitedCount) throws InterruptedException {
        long begin = System.nanoTime();
        inThreads(count, work);
        if (awaitedCount > 0) {
            awaitAll();
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private void inThreads(int count, IntConsumer work) throws InterruptedException {
        Caller caller = callers.current().orElseThrow();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PUBLISHERS; i++) {
            Thread thread = new Thread(() -> callers.runAs(caller, () -> {
                for (int done = 0; done < count / PUBLISHERS; done++) {
                    work.accept(done);
                }
            }));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private UUID publish() {
        UUID aggregate = ids.next();
        transactions.required(() -> {
            transactions.afterCommit(() -> committed.put(aggregate, System.nanoTime()));
            publisher.publish(TYPE, aggregate, Map.of("amount", "12.50"));
            return write(aggregate);
        });
        return aggregate;
    }

    private void write() {
        UUID id = ids.next();
        transactions.required(() -> write(id));
    }

    /** What the event tells of: events don't come alone. */
    private int write(UUID id) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into evb_thing (id, amount) values (?, 12.50)")) {
            insert.setObject(1, id);
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
