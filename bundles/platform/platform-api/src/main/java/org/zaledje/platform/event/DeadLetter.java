package org.zaledje.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a consumer has failed to act on too often.
 *
 * @param id       of the dead letter: one for each consumer and event
 * @param consumer who failed
 * @param event    the event, with its payload as it is delivered when it is resent
 * @param repaired whether that payload differs from the one published
 * @param tries    how often it was tried
 * @param failedAt when it was tried last
 * @param error    what the consumer said then
 * @param heldBack how many later events of its aggregate wait behind it
 */
public record DeadLetter(
        UUID id, String consumer, Event event, boolean repaired, int tries, Instant failedAt, String error, long heldBack) {
}
