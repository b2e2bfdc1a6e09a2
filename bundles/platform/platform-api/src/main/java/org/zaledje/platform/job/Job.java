package org.zaledje.platform.job;

import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * Whiteboard service: background work of a function. While the service is there the job has its times, can be started by
 * hand, and is shown with its history; when it goes, a run that is under way is stopped, and what was due meanwhile is
 * made up for by one run when it returns. Of two services with the same id the older one counts.
 *
 * <p>A job has at most one run at a time, on one node of all that share the database.
 */
@ConsumerType
public interface Job {

    /** Longest {@link #id()}, in characters. */
    int ID_LENGTH_MAX = 100;

    /**
     * Names the job for ever: {@code <function>.<what>}, of lower-case letters, digits, dots and hyphens, at most
     * {@value #ID_LENGTH_MAX} characters.
     */
    String id();

    /** The name that people read. Never null. */
    LocalizedText title();

    /** When it runs by itself. Never null; read once, when the service appears. */
    JobSchedule schedule();

    /** What a person must be allowed to do to start it by hand; by default {@link Jobs#RUN}. Never null. */
    default String permission() {
        return Jobs.RUN;
    }

    /**
     * Whether a run that was cut off, because its node was killed or its function taken away, is started again from the
     * beginning. Say no when doing a part of the work twice does harm; the run then stays as interrupted.
     */
    default boolean restartable() {
        return true;
    }

    /**
     * Does the work, in a thread of the platform and without a transaction. The thread's caller is the platform itself for
     * a run by the clock, and whoever started it, in their company, for a run by hand.
     *
     * @param run tells what is wanted, takes progress, and says when to stop; not to be used after the method has returned
     * @throws Exception the run has failed; the message is kept with it for people to read
     */
    void run(JobRun run) throws Exception;
}
