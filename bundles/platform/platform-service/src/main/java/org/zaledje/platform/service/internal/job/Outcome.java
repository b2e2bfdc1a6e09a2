package org.zaledje.platform.service.internal.job;

import java.util.Optional;
import org.zaledje.platform.job.RunState;

/** How a run ended, and what is to be said about it when that is more than its last progress. */
record Outcome(RunState state, Optional<String> message) {

    static Outcome of(RunState state) {
        return new Outcome(state, Optional.empty());
    }

    static Outcome failed(String message) {
        return new Outcome(RunState.FAILED, Optional.of(message));
    }
}
