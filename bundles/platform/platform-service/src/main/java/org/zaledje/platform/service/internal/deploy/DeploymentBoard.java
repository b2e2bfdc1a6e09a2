package org.zaledje.platform.service.internal.deploy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.text.LocalizedText;

/** What everybody may see of the hot-deploy folder. Written by the deployer's thread, read by any. */
final class DeploymentBoard {

    /** A deployment, and the stamp of the file that it is about. */
    record Row(Deployment deployment, String stamp) {
    }

    private final Clock clock;
    private final Runnable changed;
    private final Map<String, Row> rows = new TreeMap<>();

    /**
     * An empty board.
     *
     * @param changed called after each change, without a lock
     */
    DeploymentBoard(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    synchronized List<Deployment> deployments() {
        return rows.values().stream().map(Row::deployment).toList();
    }

    void show(ArchiveFile file, Optional<FeatureId> feature, State state, Optional<LocalizedText> problem) {
        synchronized (this) {
            Row before = rows.get(file.name());
            if (before != null && before.stamp().equals(file.stamp()) && before.deployment().state() == state) {
                return;
            }
            Deployment now = new Deployment(file.name(), feature.map(FeatureId::name), feature.map(FeatureId::version),
                    state, problem, clock.instant());
            rows.put(file.name(), new Row(now, file.stamp()));
            notifyAll();
        }
        changed.run();
    }

    void keepOnly(Predicate<String> fileNames) {
        synchronized (this) {
            if (!rows.keySet().removeIf(fileNames.negate())) {
                return;
            }
            notifyAll();
        }
        changed.run();
    }

    /**
     * Waits until this very file has been dealt with; empty when it has not within {@code max}.
     *
     * @param wanted states that count as the end
     */
    synchronized Optional<Deployment> awaitOutcome(ArchiveFile file, Predicate<State> wanted, Duration max)
            throws InterruptedException {
        awaitUntil(() -> outcome(file, wanted).isPresent(), max);
        return outcome(file, wanted);
    }

    /** Waits until what is shown of a file is in a state that is wanted; empty when it has not been within {@code max}. */
    synchronized Optional<Deployment> awaitState(String fileName, Predicate<State> wanted, Duration max)
            throws InterruptedException {
        Supplier<Optional<Deployment>> shown = () -> Optional.ofNullable(rows.get(fileName)).map(Row::deployment)
                .filter(deployment -> wanted.test(deployment.state()));
        awaitUntil(() -> shown.get().isPresent(), max);
        return shown.get();
    }

    /** Waits until nothing is shown of these files; false when something still is after {@code max}. */
    synchronized boolean awaitGone(List<String> fileNames, Duration max) throws InterruptedException {
        return awaitUntil(() -> fileNames.stream().noneMatch(rows::containsKey), max);
    }

    private Optional<Deployment> outcome(ArchiveFile file, Predicate<State> wanted) {
        return Optional.ofNullable(rows.get(file.name()))
                .filter(row -> row.stamp().equals(file.stamp()))
                .map(Row::deployment)
                .filter(deployment -> wanted.test(deployment.state()));
    }

    private boolean awaitUntil(BooleanSupplier condition, Duration max) throws InterruptedException {
        long deadline = System.nanoTime() + max.toNanos();
        while (!condition.getAsBoolean()) {
            long leftMillis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }
}
