package org.zaledje.platform.web.internal.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.event.ConsumerState;

/** A consumer, as REST tells it. */
public record ConsumerResponse(
        String name,
        List<String> types,
        @Schema(description = "Whether it is there on the node that answers") boolean present,
        Instant registeredAt,
        @Schema(description = "Events that are yet to take effect, counted up to 100000") long backlog,
        @Schema(type = "string", format = "date-time", description = "When the oldest of them was published")
        Optional<Instant> oldest,
        @Schema(description = "Events that have failed and are tried again") long failing,
        @Schema(description = "Events that wait for an administrator") long deadLetters) {

    static ConsumerResponse of(ConsumerState state) {
        return new ConsumerResponse(state.name(), state.types(), state.present(), state.registeredAt(), state.backlog(),
                state.oldest(), state.failing(), state.deadLetters());
    }
}
