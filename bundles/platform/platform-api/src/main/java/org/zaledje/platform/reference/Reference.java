package org.zaledje.platform.reference;

import java.util.Objects;
import org.zaledje.platform.audit.RecordRef;

/**
 * A record as others name it.
 *
 * @param record which one
 * @param label  what it is called, so that people know it from others
 * @param path   where its page is, below {@code /} without a leading slash; empty when it has none
 */
public record Reference(RecordRef record, String label, String path) {

    public Reference {
        Objects.requireNonNull(record);
        Objects.requireNonNull(label);
        Objects.requireNonNull(path);
    }

    /** One that is only known by its id, for example while its function is not installed. */
    public static Reference unknown(RecordRef record) {
        return new Reference(record, record.id(), "");
    }
}
