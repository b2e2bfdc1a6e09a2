package org.zaledje.platform.service.internal.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobStoppedException;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.transaction.Transactions;

/** A run that this node does. */
final class LiveRun implements JobRun {

    /** How far it has come. */
    record Progress(long done, long total, String message) {
    }

    /** What it has told since it was last written. */
    record News(Optional<Progress> progress, int firstLine, List<String> lines) {
    }

    private final Offer offer;
    private final NewRun start;
    private final UUID node;
    private final long epoch;
    private final Duration lease;
    private final JobTable table;
    private final Transactions transactions;
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Thread thread;
    private volatile boolean cancelRequested;
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile boolean stopSeen;
    private volatile long heldAt = System.nanoTime();
    private volatile Optional<Outcome> outcome = Optional.empty();

    private Optional<Progress> progress = Optional.empty();
    private List<String> lines = new ArrayList<>();
    private int linesWritten;

    LiveRun(Offer offer, NewRun start, UUID node, long epoch, Duration lease, JobTable table, Transactions transactions) {
        this.offer = offer;
        this.start = start;
        this.node = node;
        this.epoch = epoch;
        this.lease = lease;
        this.table = table;
        this.transactions = transactions;
    }

    Offer offer() {
        return offer;
    }

    NewRun start() {
        return start;
    }

    String job() {
        return offer.id();
    }

    @Override
    public UUID id() {
        return start.id();
    }

    @Override
    public UUID node() {
        return node;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Map<String, String> parameters() {
        return Encoded.parameters(start.parameters());
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        progress = Optional.of(new Progress(Math.max(0, done), Math.max(0, total), cut(message)));
    }

    @Override
    public synchronized void log(String line) {
        if (linesWritten + lines.size() < LINES_MAX) {
            lines.add(cut(line));
        }
    }

    static String cut(String text) {
        String printable = text.replace('\0', ' ');
        return printable.length() <= LINE_LENGTH_MAX ? printable : printable.substring(0, LINE_LENGTH_MAX - 1) + "…";
    }

    synchronized News takeNews() {
        News news = new News(progress, linesWritten, lines);
        linesWritten += lines.size();
        progress = Optional.empty();
        lines = new ArrayList<>();
        return news;
    }

    synchronized void giveBack(News news) {
        progress = progress.or(news::progress);
        List<String> all = new ArrayList<>(news.lines());
        all.addAll(lines);
        lines = all;
        linesWritten = news.firstLine();
    }

    @Override
    public boolean cancelled() {
        // Whoever has not been able to ask for the length of a lease may have lost the job without knowing.
        boolean stop = cancelRequested || stopping || lost || System.nanoTime() - heldAt > lease.toNanos();
        stopSeen |= stop;
        return stop;
    }

    @Override
    public void checkpoint() {
        if (cancelled()) {
            throw new JobStoppedException(offer.id() + " is to stop");
        }
        if (transactions.isActive()) {
            fence();
        } else if (!table.holds(offer.id(), id(), epoch)) {
            lost = true;
            stopSeen = true;
            throw new JobStoppedException("another node has taken over " + offer.id());
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (cancelled()) {
            throw new JobStoppedException(offer.id() + " is to stop");
        }
        return transactions.requiresNew(() -> {
            table.limitIdleTime(lease.toMillis());
            T result = work.get();
            fence();
            return result;
        });
    }

    private void fence() {
        try {
            table.fence(offer.id(), id(), epoch, lease.toMillis());
        } catch (JobStoppedException e) {
            lost = true;
            stopSeen = true;
            throw e;
        }
    }

    /** Asks the table whether the run is to go on. */
    void look() {
        if (!table.holds(offer.id(), id(), epoch)) {
            lost = true;
        } else if (table.cancelRequested(id())) {
            cancelRequested = true;
        }
        heldAt = System.nanoTime();
    }

    /** Has it stop for its function or the platform goes. */
    void stop() {
        stopping = true;
    }

    boolean isLost() {
        return lost;
    }

    void begin() {
        thread = Thread.currentThread();
    }

    /** What became of it: one that has seen that it is to stop has stopped, whatever it then threw or answered. */
    void end(Optional<Throwable> failure, String told) {
        thread = null;
        if (stopSeen || failure.filter(JobStoppedException.class::isInstance).isPresent()) {
            outcome = Optional.of(Outcome.of(cancelRequested ? RunState.CANCELLED : RunState.INTERRUPTED));
        } else if (failure.isPresent()) {
            outcome = Optional.of(stopping ? Outcome.of(RunState.INTERRUPTED) : Outcome.failed(cut(told)));
        } else {
            outcome = Optional.of(Outcome.of(RunState.SUCCEEDED));
        }
        ended.countDown();
    }

    Optional<Outcome> outcome() {
        return outcome;
    }

    /** Waits a while, and then interrupts it. */
    void awaitEnd(long seconds) throws InterruptedException {
        if (!ended.await(seconds, TimeUnit.SECONDS)) {
            Thread working = thread;
            if (working != null) {
                working.interrupt();
            }
            ended.await(seconds, TimeUnit.SECONDS);
        }
    }
}
