package org.zaledje.platform.number;

import java.util.function.LongSupplier;
import org.osgi.annotation.versioning.ProviderType;

/** Gives records their numbers. Asks for no permission: who may make the record may number it. Thread-safe. */
@ProviderType
public interface Numbers {

    /**
     * The next number of a series without gaps, taken in this thread's transaction: it is used if and only if that
     * commits. Whoever else numbers in the same series waits until then, so take it late.
     *
     * @param usual  the pattern of a series that nobody has set up; a new year goes on with that of the year before
     * @param before the last number that was given before the series was kept here, 0 for none; asked only when the
     *               series is new
     * @throws IllegalStateException when this thread has no transaction
     */
    RecordNumber next(SeriesKey key, NumberPattern usual, LongSupplier before);

    /** As {@link #next(SeriesKey, NumberPattern, LongSupplier)}, for a series that begins with 1. */
    default RecordNumber next(SeriesKey key, NumberPattern usual) {
        return next(key, usual, () -> 0);
    }

    /**
     * A number that no other record of the series has or will have. Fast: nodes take blocks of numbers, so that there are
     * gaps, and numbers do not tell an order. Needs no transaction; the number is used up whatever becomes of one.
     */
    long fast(SeriesKey key);
}
