package org.zaledje.samples.notes.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.rest.Versioned;

/**
 * A note, as services and doors pass it on.
 *
 * @param id        time-ordered id
 * @param title     1 to {@value #TITLE_LENGTH_MAX} characters
 * @param text      up to {@value #TEXT_LENGTH_MAX} characters, may be empty
 * @param unit      the organisational unit it is filed under; empty when it is the company's as a whole
 * @param writtenAt when it was written
 * @param writtenBy login name of who wrote it
 * @param version   one more after each change
 */
public record Note(UUID id, String title, String text,
        @Schema(type = "string", format = "uuid") Optional<UUID> unit, Instant writtenAt, String writtenBy, long version)
        implements Versioned {

    static final int TITLE_LENGTH_MAX = 200;
    static final int TEXT_LENGTH_MAX = 10_000;
}
