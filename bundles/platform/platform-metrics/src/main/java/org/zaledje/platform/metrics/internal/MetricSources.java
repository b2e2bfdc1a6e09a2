package org.zaledje.platform.metrics.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.metrics.MetricSource;

/** Takes up what measures itself. Apart from the metrics, because such a source may use them: each would wait for the other. */
@Component(immediate = true, service = MetricSources.class)
public final class MetricSources {

    private final MicrometerMetrics metrics;

    @Activate
    public MetricSources(@Reference MicrometerMetrics metrics) {
        this.metrics = metrics;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(MetricSource source) {
        metrics.addSource(source);
    }

    void removeSource(MetricSource source) {
        metrics.removeSource(source);
    }
}
