package org.zaledje.platform.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: figures that are looked up when somebody reads the metrics, such as how much waits. When the service
 * goes, its figures go.
 */
@ConsumerType
public interface MetricSource {

    /**
     * What it is now. Called from any thread, with at most one call at a time; may throw, and then has no figures. One that
     * takes more than two seconds is left out until it has returned.
     */
    List<Measurement> measure();
}
