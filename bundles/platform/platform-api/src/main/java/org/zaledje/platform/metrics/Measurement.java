package org.zaledje.platform.metrics;

import java.util.Map;
import java.util.Objects;

/**
 * One figure.
 *
 * @param name   as {@link Metrics} describes
 * @param kind   whether it can fall
 * @param help   what it is, in English, for who reads the metrics; the same for all of a name
 * @param labels names and values of what tells figures of one name apart
 * @param value  in the unit that the name ends with
 */
public record Measurement(String name, Kind kind, String help, Map<String, String> labels, double value) {

    /** What sort of figure. */
    public enum Kind {
        /** Goes up and down. */
        GAUGE,
        /** Only grows while the node runs; shown with the ending {@code _total}. */
        COUNTER
    }

    public Measurement {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(help);
        labels = Map.copyOf(labels);
    }

    /** One that goes up and down. */
    public static Measurement gauge(String name, String help, Map<String, String> labels, double value) {
        return new Measurement(name, Kind.GAUGE, help, labels, value);
    }

    /** One that only grows. */
    public static Measurement counter(String name, String help, Map<String, String> labels, double value) {
        return new Measurement(name, Kind.COUNTER, help, labels, value);
    }
}
