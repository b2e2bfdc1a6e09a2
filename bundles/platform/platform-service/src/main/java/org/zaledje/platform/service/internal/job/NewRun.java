package org.zaledje.platform.service.internal.job;

import java.time.Instant;
import java.util.UUID;
import org.zaledje.platform.job.JobRunInfo.Trigger;

/** A run that is to wait for a node: for whom, with what, and as the how-manieth attempt. */
record NewRun(UUID id, String job, Trigger trigger, int attempt, String startedBy, String caller, String parameters,
        Instant queuedAt) {

    /** The same work once more, from the beginning. */
    NewRun again(UUID other, Instant now) {
        return new NewRun(other, job, Trigger.RESTART, attempt + 1, startedBy, caller, parameters, now);
    }
}
