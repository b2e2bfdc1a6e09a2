package org.zaledje.platform.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was done to a record. At most {@value #FIELDS_MAX} fields and {@value #VALUE_LENGTH_MAX} characters of a value are
 * kept; what is longer is cut and ends in {@code …}.
 *
 * @param record which record
 * @param action the permission-like name of what was done, for example {@code accounting.entry.post}; at most
 *               {@value #ACTION_LENGTH_MAX} characters
 * @param before its fields before, by name, as people may read them; empty for a new record. Never passwords or keys.
 * @param after  its fields afterwards; empty for a removed record
 * @param digest a {@link Digest} over all that is stored of the record, by which a {@link Verification} finds out whether
 *               it was altered later; empty when its function does not verify it
 */
public record Change(
        RecordRef record, String action, Map<String, String> before, Map<String, String> after, Optional<String> digest) {

    /** Longest action, in characters. */
    public static final int ACTION_LENGTH_MAX = 100;

    /** The most fields that are kept on either side. */
    public static final int FIELDS_MAX = 50;

    /** Longest value that is kept whole, in characters. */
    public static final int VALUE_LENGTH_MAX = 1_000;

    public Change {
        Objects.requireNonNull(record);
        Objects.requireNonNull(action);
        if (action.isEmpty() || action.length() > ACTION_LENGTH_MAX) {
            throw new IllegalArgumentException("not the name of an action: " + action);
        }
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
        Objects.requireNonNull(digest);
    }

    /** One without a digest. */
    public Change(RecordRef record, String action, Map<String, String> before, Map<String, String> after) {
        this(record, action, before, after, Optional.empty());
    }

    /** A record that is new. */
    public static Change created(RecordRef record, String action, Map<String, String> after) {
        return new Change(record, action, Map.of(), after);
    }

    /** The same change with a digest over what is now stored of the record. */
    public Change withDigest(String content) {
        return new Change(record, action, before, after, Optional.of(content));
    }
}
