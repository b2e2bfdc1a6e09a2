package org.zaledje.platform.service.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRunInfo.Trigger;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.lifecycle.StopListener;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.node.ThisNode;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.transaction.Transactions;

/**
 * Runs the jobs that are there: those whose time has come, those that somebody has queued, and those that a dead node has
 * left. One thread looks after them, another one tells and asks the database about the runs under way, and each run has a
 * thread of its own.
 */
@Component(service = {JobScheduler.class, StopListener.class}, immediate = true)
public final class JobScheduler implements StopListener {

    /** Runs on this node at the same time; more wait, or go to other nodes. */
    static final int RUNS_MAX = 16;

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int ATTEMPTS_MAX = 5;
    private static final long POLL_MILLIS = 1_000;
    private static final long POLL_MILLIS_MIN = 20;
    private static final long STOP_SECONDS = 3;

    private final JobTable table;
    private final ThisNode node;
    private final Duration lease;
    private final Transactions transactions;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;
    private final List<Offer> offers = new CopyOnWriteArrayList<>();
    private final Set<Offer> registered = ConcurrentHashMap.newKeySet();
    private final Map<UUID, LiveRun> live = new ConcurrentHashMap<>();
    private final AtomicInteger working = new AtomicInteger();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(named("zaledje-jobs"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("zaledje-jobs-watch"));
    private final ExecutorService workers = new ThreadPoolExecutor(
            0, RUNS_MAX, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("zaledje-job"));
    private volatile Observer observer = (job, state, took) -> { };
    private volatile boolean closing;
    private volatile boolean failing;

    @Activate
    public JobScheduler(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference ThisNode node, @Reference Callers callers,
            @Reference IdSource ids, @Reference Clock clock) {
        this(dataSource, transactions, node, ThisNode.LEASE, callers, ids, clock);
    }

    JobScheduler(DataSource dataSource, Transactions transactions, ThisNode node, Duration lease, Callers callers,
            IdSource ids, Clock clock) {
        this.table = new JobTable(new Sql(dataSource), transactions);
        this.transactions = transactions;
        this.node = node;
        this.lease = lease;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        loop.execute(this::passAndComeAgain);
        watch.scheduleWithFixedDelay(this::watch, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Is told of each run that has ended on this node. */
    @FunctionalInterface
    interface Observer {
        void ended(String job, RunState state, Duration took);
    }

    void observe(Observer next) {
        observer = next;
    }

    /** How many runs are under way on this node. */
    int running() {
        return live.size();
    }

    JobTable table() {
        return table;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(Job job) {
        try {
            offers.add(Offer.of(job));
            wake();
        } catch (RuntimeException e) {
            LOG.error("A job of {} is left aside", job.getClass().getName(), e);
        }
    }

    void removeJob(Job job) throws InterruptedException {
        offers.removeIf(offer -> offer.job() == job);
        registered.removeIf(offer -> offer.job() == job);
        for (LiveRun run : live.values()) {
            if (run.offer().job() == job) {
                run.stop();
                run.awaitEnd(STOP_SECONDS);
            }
        }
    }

    /** The jobs that are there; of two with the same id the older one. */
    List<Offer> offers() {
        return offers.stream().filter(offer -> offer(offer.id()).filter(first -> first == offer).isPresent()).toList();
    }

    Optional<Offer> offer(String id) {
        return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    /** Looks at once whether there is something to do. */
    void wake() {
        try {
            loop.execute(this::pass);
        } catch (RejectedExecutionException e) {
            LOG.debug("The platform stops", e);
        }
    }

    /** Has this node's run of that id ask at once whether it is to stop. */
    void look(UUID run) {
        LiveRun here = live.get(run);
        if (here != null) {
            here.look();
        }
    }

    private void passAndComeAgain() {
        long wait = pass();
        if (!closing) {
            loop.schedule(this::passAndComeAgain, wait, TimeUnit.MILLISECONDS);
        }
    }

    /** Does what is to be done now; answers how many milliseconds there is nothing more. */
    private long pass() {
        if (closing || !node.isBeating()) {
            return POLL_MILLIS;
        }
        try {
            register();
            Instant now = clock.instant();
            Instant next = now.plusMillis(POLL_MILLIS);
            for (JobRow row : table.rows()) {
                Optional<Offer> offer = offer(row.id());
                if (offer.isPresent()) {
                    next = earlier(next, handle(row, offer.get(), now));
                }
            }
            failing = false;
            return Math.max(POLL_MILLIS_MIN, Duration.between(clock.instant(), next).toMillis() + 1);
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Jobs can't be looked after now; it is tried again every second", e);
            }
            failing = true;
            return POLL_MILLIS;
        }
    }

    private void register() {
        for (Offer offer : offers()) {
            if (!registered.contains(offer)) {
                table.register(offer, clock.instant());
                registered.add(offer);
            }
        }
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(moment -> moment.isBefore(one)).orElse(one);
    }

    /** Answers when the job is due next, if it can be told. */
    private Optional<Instant> handle(JobRow row, Offer offer, Instant now) {
        if (row.run().isEmpty()) {
            if (row.nextAt().filter(next -> !next.isAfter(now)).isEmpty()) {
                return row.nextAt();
            }
            Optional<Instant> next = offer.times().after(now);
            NewRun due = new NewRun(ids.next(), offer.id(), Trigger.SCHEDULE, 1, Caller.system().name(),
                    Encoded.caller(Caller.system()), "", row.nextAt().get());
            if (table.queueDue(row, due, next)) {
                claim(offer, due.id(), row.epoch());
            }
            return next;
        }
        if (row.holder().isEmpty()) {
            claim(offer, row.run().get(), row.epoch());
        } else if (isLeft(row)) {
            takeOver(row, offer, now);
        }
        return row.nextAt();
    }

    private void claim(Offer offer, UUID run, long epoch) {
        if (working.get() >= RUNS_MAX) {
            return;
        }
        table.claim(offer.id(), run, epoch, node.boot(), node.name(), clock.instant()).ifPresent(start -> {
            LiveRun mine = new LiveRun(offer, start, node.id(), epoch + 1, lease, table, transactions);
            live.put(mine.id(), mine);
            working.incrementAndGet();
            workers.execute(() -> work(mine));
        });
    }

    private boolean isLeft(JobRow row) {
        UUID holder = row.holder().orElseThrow();
        return holder.equals(node.boot()) ? !live.containsKey(row.run().orElseThrow()) : !node.alive().contains(holder);
    }

    private void takeOver(JobRow row, Offer offer, Instant now) {
        Optional<NewRun> left = table.newRun(row.run().orElseThrow());
        boolean restart = offer.restartable() && left.filter(run -> run.attempt() < ATTEMPTS_MAX).isPresent();
        Optional<NewRun> again = left.filter(run -> restart).map(run -> run.again(ids.next(), now));
        if (table.takeOver(row, again, now)) {
            LOG.warn("The run {} of {} was cut off with its node; {}", row.run().get(), offer.id(),
                    restart ? "it is started again" : "it is not started again");
            again.ifPresent(run -> claim(offer, run.id(), row.epoch() + 1));
        }
    }

    private void work(LiveRun run) {
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(run.offer().job().getClass().getClassLoader());
        long begun = System.nanoTime();
        run.begin();
        Optional<Throwable> failure = Optional.empty();
        try {
            callers.callAs(Encoded.caller(run.start().caller()), () -> {
                run.offer().job().run(run);
                return run;
            });
        } catch (Throwable e) {
            failure = Optional.of(e);
        }
        Thread.interrupted();
        thread.setContextClassLoader(JobScheduler.class.getClassLoader());
        run.end(failure, failure.map(Reason::of).orElse(""));
        observer.ended(run.job(), run.outcome().orElseThrow().state(), Duration.ofNanos(System.nanoTime() - begun));
        if (run.outcome().filter(outcome -> outcome.state() == RunState.FAILED).isPresent()) {
            LOG.error("The run {} of {} has failed", run.id(), run.job(), failure.orElseThrow());
        }
        try {
            store(run);
        } catch (RuntimeException e) {
            LOG.error("The end of the run {} of {} can't be noted yet: {}", run.id(), run.job(), e.getMessage());
        } finally {
            working.decrementAndGet();
            wake();
        }
    }

    private synchronized void store(LiveRun run) {
        if (!live.containsKey(run.id())) {
            return;
        }
        Outcome outcome = run.outcome().orElseThrow();
        boolean restart = outcome.state() == RunState.INTERRUPTED && run.offer().restartable();
        Optional<NewRun> again = restart ? Optional.of(run.start().again(ids.next(), clock.instant())) : Optional.empty();
        if (!table.finish(run, outcome, again, clock.instant())) {
            LOG.warn("The run {} of {} had lost its job to another node when it ended", run.id(), run.job());
        }
        live.remove(run.id());
    }

    private void watch() {
        for (LiveRun run : live.values()) {
            try {
                if (run.outcome().isPresent()) {
                    store(run);
                } else {
                    run.look();
                    if (!run.isLost()) {
                        table.saveProgress(run);
                    }
                }
            } catch (RuntimeException e) {
                LOG.debug("The run {} of {} can't be looked after now", run.id(), run.job(), e);
            }
        }
    }

    /** Begins no more runs, and has those under way stop; another node, or the next start, goes on with what may be restarted. */
    @Override
    public void stopping() {
        closing = true;
        loop.shutdown();
        live.values().forEach(LiveRun::stop);
        try {
            for (LiveRun run : live.values()) {
                run.awaitEnd(STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        stopping();
        workers.shutdown();
        workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        watch.shutdown();
        watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
