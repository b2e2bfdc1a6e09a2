package org.zaledje.platform.web.internal.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.paging.Page;

/** A page of what was done. */
record AuditEntries(List<Entry> items, @Schema(type = "string") Optional<String> next) {

    /** One change. */
    record Entry(UUID id, UUID company, Instant at, String by, String door, String correlation, String recordType,
            String recordId, String action, Map<String, String> before, Map<String, String> after) {

        static Entry of(AuditRecord record) {
            return new Entry(record.id(), record.company(), record.at(), record.by(), record.door(), record.correlation(),
                    record.record().type(), record.record().id(), record.action(), record.before(), record.after());
        }
    }

    static AuditEntries of(Page<AuditRecord> page) {
        return new AuditEntries(page.items().stream().map(Entry::of).toList(), page.next());
    }
}
