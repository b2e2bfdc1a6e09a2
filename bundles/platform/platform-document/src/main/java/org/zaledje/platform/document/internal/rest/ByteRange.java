package org.zaledje.platform.document.internal.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, section 14).
 *
 * @param first the first byte, from 0
 * @param last  the last one; less than the first when the file does not reach so far
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /** What a header asks of a file; empty when it asks for all, for several ranges, or in another unit. */
    static Optional<ByteRange> of(String header, long bytes) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long wanted = Long.parseLong(range.group(2));
            return Optional.of(new ByteRange(wanted == 0 ? bytes : Math.max(0, bytes - wanted), bytes - 1));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? bytes - 1 : Math.min(bytes - 1, Long.parseLong(range.group(2)));
        return !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first ? Optional.empty()
                : Optional.of(new ByteRange(first, last));
    }

    boolean isSatisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
