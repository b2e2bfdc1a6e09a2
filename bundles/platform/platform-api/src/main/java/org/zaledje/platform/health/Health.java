package org.zaledje.platform.health;

import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/**
 * What a {@link HealthCheck} has found.
 *
 * @param state how it is
 * @param told  what is not in order and what to do, or a figure worth knowing; may be empty when {@link State#UP}
 */
public record Health(State state, Optional<LocalizedText> told) {

    /** How it is. */
    public enum State {
        /** In order. */
        UP,
        /** Works, but somebody should look at it. */
        WARNING,
        /** Does not work. */
        DOWN
    }

    public Health {
        Objects.requireNonNull(state);
        Objects.requireNonNull(told);
    }

    /** In order. */
    public static Health up() {
        return new Health(State.UP, Optional.empty());
    }

    /** In order, with a figure worth knowing. */
    public static Health up(LocalizedText figure) {
        return new Health(State.UP, Optional.of(figure));
    }

    /** Somebody should look at it. */
    public static Health warning(LocalizedText reason) {
        return new Health(State.WARNING, Optional.of(reason));
    }

    /** Does not work. */
    public static Health down(LocalizedText reason) {
        return new Health(State.DOWN, Optional.of(reason));
    }
}
