package org.zaledje.platform.job;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** One run of a job, as the job sees it. Thread-safe. */
@ProviderType
public interface JobRun {

    /** Longest message or log line, in characters; longer ones are cut. */
    int LINE_LENGTH_MAX = 1_000;

    /** Most lines of log that are kept of a run: the first ones. */
    int LINES_MAX = 1_000;

    /** Id of the run (UUIDv7). */
    UUID id();

    /** Id of the node that it runs on. */
    UUID node();

    /** Number of this run among all of its job that have begun: a later one has a greater number. */
    long epoch();

    /** What it was started with; empty for a run by the clock. */
    Map<String, String> parameters();

    /**
     * Tells how far it has come. Cheap: it is written about once a second.
     *
     * @param done    units of work done
     * @param total   units in all; 0 when that is not known
     * @param message what is being done, for people; not null, may be empty
     */
    void progress(long done, long total, String message);

    /** Adds a line to the run's log, which people read in its history. */
    void log(String line);

    /** Whether it is to stop: somebody has cancelled it, its function goes, or another node has taken its place. */
    boolean cancelled();

    /**
     * Goes on only while this run holds its job. Inside a transaction it makes sure that what the transaction writes takes
     * effect only if the run holds its job at the commit; such a transaction must not stand still for longer than ten
     * seconds, or the database ends it.
     *
     * @throws JobStoppedException the run is to stop; the job lets it through
     */
    void checkpoint();

    /**
     * Does the work in a transaction of its own, which takes effect only if this run still holds its job. A node that
     * was frozen, and whose run has been taken over, can write nothing so.
     *
     * @throws JobStoppedException the run is to stop; nothing of the work has taken effect
     */
    <T> T inTransaction(Supplier<T> work);
}
