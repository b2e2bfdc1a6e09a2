package org.zaledje.samples.notes.internal;

import java.time.Instant;
import java.util.UUID;
import org.zaledje.platform.rest.Versioned;

/**
 * A note, as services and doors pass it on.
 *
 * @param id        time-ordered id
 * @param title     1 to {@value #TITLE_LENGTH_MAX} characters
 * @param text      up to {@value #TEXT_LENGTH_MAX} characters, may be empty
 * @param writtenAt when it was written
 * @param writtenBy login name of who wrote it
 * @param version   one more after each change
 */
public record Note(UUID id, String title, String text, Instant writtenAt, String writtenBy, long version)
        implements Versioned {

    static final int TITLE_LENGTH_MAX = 200;
    static final int TEXT_LENGTH_MAX = 10_000;
}
