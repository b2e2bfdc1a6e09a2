package org.zaledje.platform.metrics.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;

/**
 * Asks every source when the metrics are read, all at once, and waits two seconds for them. What a source registered in
 * Micrometer itself would be held by it after the source's function has gone.
 */
final class SourceCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(SourceCollector.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Map<MetricSource, Future<List<Measurement>>> asked = new ConcurrentHashMap<>();
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "zaledje-metrics");
        thread.setDaemon(true);
        return thread;
    });

    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
        asked.remove(source);
    }

    @Override
    public MetricSnapshots collect() {
        sources.forEach(source -> asked.computeIfAbsent(source, absent -> threads.submit(source::measure)));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Map<String, Map<Labels, Measurement>> byName = new TreeMap<>();
        for (MetricSource source : sources) {
            for (Measurement measured : answer(source, deadline)) {
                byName.computeIfAbsent(measured.name(), name -> new HashMap<>()).putIfAbsent(labels(measured), measured);
            }
        }
        return new MetricSnapshots(byName.entrySet().stream().map(metric -> snapshot(metric.getKey(), metric.getValue())).toList());
    }

    /** One that has not answered by then is not asked again before it has. */
    private List<Measurement> answer(MetricSource source, long deadline) {
        Future<List<Measurement>> answer = asked.get(source);
        if (answer == null) {
            return List.of();
        }
        try {
            List<Measurement> measured = answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            asked.remove(source);
            return measured;
        } catch (ExecutionException e) {
            asked.remove(source);
            LOG.warn("{} has no figures: {}", source.getClass().getName(), e.getCause().toString());
        } catch (TimeoutException e) {
            LOG.warn("{} takes too long; its figures are left out", source.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private static MetricSnapshot snapshot(String name, Map<Labels, Measurement> measured) {
        Measurement first = measured.values().iterator().next();
        if (first.kind() == Measurement.Kind.COUNTER) {
            CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(first.help());
            measured.forEach((labels, one) -> counter.dataPoint(
                    CounterSnapshot.CounterDataPointSnapshot.builder().labels(labels).value(one.value()).build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(first.help());
        measured.forEach((labels, one) -> gauge.dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(one.value()).build()));
        return gauge.build();
    }

    private static Labels labels(Measurement measured) {
        List<String> names = new ArrayList<>(new TreeMap<>(measured.labels()).keySet());
        return Labels.of(names, names.stream().map(measured.labels()::get).toList());
    }

    void close() {
        threads.shutdownNow();
    }
}
