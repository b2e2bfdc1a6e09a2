package org.zaledje.platform.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The figures of this node since it started, as {@code /metrics} shows them. Thread-safe; counting and timing cost less
 * than a microsecond.
 *
 * <p>Names are of lower-case letters, digits and underscores, begin with the function's id ({@code accounting_…}), have the unit
 * last, and always come with the same label names. Each combination of label values is kept until the node ends, so their
 * number must be small: never an id, an address or a text that people write.
 */
@ProviderType
public interface Metrics {

    /** What one must be allowed to do to read them, and the details of health, from elsewhere than the machine itself. */
    String READ = "administration.operation.read";

    /** The type of what {@link #write} writes. */
    String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /**
     * Counts something that happened once more.
     *
     * @param name   what is counted, in the plural, without the ending {@code _total} that it is shown with
     * @param labels names and values of what tells its kinds apart
     */
    void count(String name, Map<String, String> labels);

    /**
     * Notes how long something took, for a histogram from 1 ms to 60 s.
     *
     * @param name   ends in {@code _seconds}
     * @param labels names and values of what tells its kinds apart
     * @param took   not negative
     */
    void time(String name, Map<String, String> labels, Duration took);

    /** Writes all of them as text for Prometheus, in UTF-8. Those that can't be had within two seconds are left out. */
    void write(OutputStream out) throws IOException;
}
