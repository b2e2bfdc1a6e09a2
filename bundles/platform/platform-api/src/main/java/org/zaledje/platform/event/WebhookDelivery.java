package org.zaledje.platform.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One try to deliver an event to a webhook.
 *
 * @param id     of the try, time-ordered
 * @param event  id of the event; the same at each try of one event
 * @param type   type of the event
 * @param at     when it was sent
 * @param status what the receiver answered, an HTTP status; empty when it did not answer
 * @param error  why it counts as failed; empty when it was delivered
 * @param took   until the answer, in whole milliseconds
 */
public record WebhookDelivery(
        UUID id, UUID event, String type, Instant at, Optional<Integer> status, String error, Duration took) {

    public WebhookDelivery {
        Objects.requireNonNull(id);
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(at);
        Objects.requireNonNull(status);
        Objects.requireNonNull(error);
        Objects.requireNonNull(took);
    }

    /** Whether the receiver has taken it. */
    public boolean delivered() {
        return error.isEmpty();
    }
}
