package org.zaledje.platform.service.internal.audit;

import java.util.UUID;
import org.zaledje.platform.audit.Digest;

/** Which row of {@code sys_audit_record}. */
record RowKey(UUID company, UUID id) {

    /** The link in place of a row that vanished before it was chained: its absence is found by each verification. */
    String linkOfMissing(long position, String previous) {
        return new Digest().add(previous).add(position).add("missing").add(company.toString()).add(id.toString()).hex();
    }
}
