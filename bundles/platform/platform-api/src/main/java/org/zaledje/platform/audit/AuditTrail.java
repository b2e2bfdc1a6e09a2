package org.zaledje.platform.audit;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps who did what to which record, for ever and in order. Thread-safe. */
@ProviderType
public interface AuditTrail {

    /**
     * Notes a change that the current caller makes in their company, in the transaction of this thread: kept if and only
     * if the change is.
     *
     * @throws IllegalStateException when this thread has no transaction
     */
    void record(Change change);
}
