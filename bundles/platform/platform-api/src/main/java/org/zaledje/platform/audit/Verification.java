package org.zaledje.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whiteboard service of a function that proves that its own tables hold what was written. Called by one thread at a time,
 * outside of any transaction, as {@link org.zaledje.platform.security.Caller#system()}. Reads in pages: there is no bound
 * to the rows.
 */
@ConsumerType
public interface Verification {

    /** Its name, {@code <function>.<what>}, for example {@code accounting.ledger}. */
    String name();

    /** Reads all, and tells every fault. A fault is told once, in the order found. */
    void verify(Findings findings);

    /** Takes what a verification finds, and tells it what the audit trail knows. */
    @ProviderType
    interface Findings {

        /** Takes a fault. */
        void found(Finding finding);

        /** Counts rows that were read. */
        void read(long rows);

        /**
         * The digests that records had when they were last changed.
         *
         * @param type see {@link RecordRef#type()}
         * @param ids  at most 1,000 ids of records
         * @return digests by id; without those of records that have none
         */
        Map<String, String> digests(UUID company, String type, List<String> ids);

        /**
         * Ids of records of a type that the audit trail has a digest of, in ascending order.
         *
         * @param after the id to go on after; empty for the first page
         * @param limit 1 to 1,000
         */
        List<String> digestedAfter(UUID company, String type, String after, int limit);
    }
}
