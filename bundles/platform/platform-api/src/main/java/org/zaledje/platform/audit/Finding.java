package org.zaledje.platform.audit;

import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * Something stored that is not as it was written.
 *
 * @param table  the table, for example {@code acc_entry}
 * @param id     which row: its key, or what it is known by
 * @param code   stable id of what is wrong, for example {@code audit.record-altered}
 * @param detail what is wrong, for people
 */
public record Finding(String table, String id, String code, LocalizedText detail) {

    public Finding {
        Objects.requireNonNull(table);
        Objects.requireNonNull(id);
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
    }
}
