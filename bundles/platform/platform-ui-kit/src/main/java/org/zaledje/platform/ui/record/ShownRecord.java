package org.zaledje.platform.ui.record;

import java.util.Objects;
import org.zaledje.platform.audit.RecordRef;

/**
 * The record that a page shows.
 *
 * @param record     which one
 * @param name       what it is called, as its page's title
 * @param path       where its page is, below {@code /} without a leading slash
 * @param permission what one needs to read it; its page has made sure that its reader may
 */
public record ShownRecord(RecordRef record, String name, String path, String permission) {

    public ShownRecord {
        Objects.requireNonNull(record);
        Objects.requireNonNull(name);
        Objects.requireNonNull(path);
        Objects.requireNonNull(permission);
    }
}
