package org.zaledje.platform.web.internal.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.zaledje.platform.event.DeadLetter;

/** A dead letter, as REST tells it. */
public record DeadLetterResponse(
        UUID id, String consumer, UUID eventId, String type, UUID aggregate, UUID company, Instant publishedAt,
        String publishedBy, Map<String, Object> payload, boolean repaired, int tries, Instant failedAt, String error,
        long heldBack) {

    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(letter.id(), letter.consumer(), letter.event().id(), letter.event().type(),
                letter.event().aggregate(), letter.event().company(), letter.event().at(), letter.event().by(),
                letter.event().payload(), letter.repaired(), letter.tries(), letter.failedAt(), letter.error(),
                letter.heldBack());
    }
}
