package org.zaledje.platform.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where events of a company are sent over HTTP.
 *
 * @param id        of the webhook
 * @param url       where to
 * @param types     the types of events that are sent, in alphabetical order
 * @param createdAt when it was made
 * @param createdBy login name of who made it
 * @param paused    whether nothing is sent for now; events wait
 */
public record Webhook(UUID id, String url, List<String> types, Instant createdAt, String createdBy, boolean paused) {

    /** Longest url, in characters. */
    public static final int URL_LENGTH_MAX = 1_000;

    /** The most types of one webhook. */
    public static final int TYPES_MAX = 100;

    public Webhook {
        types = List.copyOf(types);
    }
}
