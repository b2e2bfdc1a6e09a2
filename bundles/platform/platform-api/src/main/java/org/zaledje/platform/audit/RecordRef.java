package org.zaledje.platform.audit;

import java.util.Objects;

/**
 * Names a record of some function.
 *
 * @param type {@code <function>.<noun>}, for example {@code accounting.entry}; at most {@value #TYPE_LENGTH_MAX} characters
 * @param id   its id within the type and company, for example a UUID; at most {@value #ID_LENGTH_MAX} characters
 */
public record RecordRef(String type, String id) {

    /** Longest type, in characters. */
    public static final int TYPE_LENGTH_MAX = 100;

    /** Longest id, in characters. */
    public static final int ID_LENGTH_MAX = 100;

    public RecordRef {
        Objects.requireNonNull(type);
        Objects.requireNonNull(id);
        if (type.isEmpty() || type.length() > TYPE_LENGTH_MAX || id.isEmpty() || id.length() > ID_LENGTH_MAX) {
            throw new IllegalArgumentException("not the name of a record: " + type + " " + id);
        }
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
