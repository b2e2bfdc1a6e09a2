package org.zaledje.platform.transaction;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work on the database that takes effect as a whole or not at all. What functions do through JPA in the same thread takes
 * part, and so does what the platform keeps for them: audit, events, numbers. Thread-safe.
 */
@ProviderType
public interface Transactions {

    /**
     * Does the work in the transaction of this thread, or in a new one when there is none. When the work throws, nothing
     * of the transaction takes effect, and the exception goes on to the caller. A new transaction is on the disk when the
     * method returns.
     */
    <T> T required(Supplier<T> work);

    /** Does the work in a transaction of its own, whatever becomes of the one that this thread may be in. */
    <T> T requiresNew(Supplier<T> work);

    /** Whether this thread is in a transaction. */
    boolean isActive();

    /**
     * Does something when this thread's transaction has been committed, in this thread, outside of any transaction; not
     * at all when it is rolled back. What {@code action} throws is logged. At once when there is no transaction.
     */
    void afterCommit(Runnable action);
}
