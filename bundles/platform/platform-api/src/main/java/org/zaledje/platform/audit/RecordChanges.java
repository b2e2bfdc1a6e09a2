package org.zaledje.platform.audit;

import java.time.Instant;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Tells those who look at records that others change them. Thread-safe. */
@ProviderType
public interface RecordChanges {

    /**
     * What has been changed lately.
     *
     * @param added   how many records were added
     * @param changed how many times others were changed or removed
     * @param last    when the last of it was done
     */
    record News(int added, int changed, Instant last) {
    }

    /** Being told, until it is closed. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Tells of changes of the caller's company that are committed on this node from now on, at most twice a second and soon
     * after, in a thread of its own; never of one twice.
     *
     * @param type     {@code <function>.<noun>} of the records
     * @param listener returns at once
     */
    Watch watch(String type, Consumer<News> listener);
}
