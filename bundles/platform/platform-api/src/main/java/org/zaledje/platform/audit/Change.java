package org.zaledje.platform.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.Collections;

/**
 * What was done to a record.
 *
 * @param record which record
 * @param action the permission-like name of what was done, for example {@code accounting.entry.post}
 * @param before its fields before, by name, as people may read them; empty for a new record. Never passwords or keys.
 * @param after  its fields afterwards; empty for a removed record
 */
public record Change(RecordRef record, String action, Map<String, String> before, Map<String, String> after) {

    public Change {
        Objects.requireNonNull(record);
        Objects.requireNonNull(action);
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }

    /** A record that is new. */
    public static Change created(RecordRef record, String action, Map<String, String> after) {
        return new Change(record, action, Map.of(), after);
    }
}
