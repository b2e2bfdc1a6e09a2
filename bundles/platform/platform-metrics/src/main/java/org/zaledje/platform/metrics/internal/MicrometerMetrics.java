package org.zaledje.platform.metrics.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.metrics.Metrics;

/** Counters and timers in Micrometer's registry, and beside them what the sources say at each reading. */
@Component(service = {Metrics.class, MicrometerMetrics.class})
public final class MicrometerMetrics implements Metrics {

    /** Fixed, so that nodes can be added up; more of them cost each reader. */
    private static final Duration[] BUCKETS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000, 60_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final SourceCollector sources = new SourceCollector();

    @Activate
    public MicrometerMetrics() {
        List<MeterBinder> ofTheJvm = List.of(new JvmMemoryMetrics(), collections, new JvmThreadMetrics(),
                new ClassLoaderMetrics(), new ProcessorMetrics(), new UptimeMetrics(), new FileDescriptorMetrics());
        ofTheJvm.forEach(binder -> binder.bindTo(registry));
        registry.getPrometheusRegistry().register(sources);
    }

    void addSource(MetricSource source) {
        sources.add(source);
    }

    void removeSource(MetricSource source) {
        sources.remove(source);
    }

    @Override
    public void count(String name, Map<String, String> labels) {
        Counter.builder(name).tags(tags(labels)).register(registry).increment();
    }

    @Override
    public void time(String name, Map<String, String> labels, Duration took) {
        Timer.builder(name).tags(tags(labels)).serviceLevelObjectives(BUCKETS).register(registry).record(took);
    }

    private static List<Tag> tags(Map<String, String> labels) {
        return labels.entrySet().stream().map(label -> Tag.of(label.getKey(), label.getValue())).toList();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        registry.scrape(out);
    }

    @Deactivate
    void close() {
        sources.close();
        collections.close();
        registry.close();
    }
}
