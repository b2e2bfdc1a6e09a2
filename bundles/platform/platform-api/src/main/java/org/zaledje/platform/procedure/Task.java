package org.zaledje.platform.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.rest.Versioned;

/**
 * Something that somebody has to decide or do.
 *
 * @param id         time-ordered id
 * @param run        the run it is part of
 * @param procedure  id of the procedure
 * @param record     the record it is about
 * @param subject    what the record is, in a line
 * @param step       key of the step; {@link Step#STARTER} for mending a record that was given back
 * @param title      what is to be done, in words
 * @param kind       whether something is decided or done
 * @param candidates who may take it
 * @param assignee   login name of who has taken it or was given it; empty when it is still anybody's of the candidates
 * @param approvals  how many different people must approve
 * @param approvedBy login names of those who have, in the order of time
 * @param startedBy  login name of who has started the run
 * @param createdAt  when it came
 * @param dueAt      until when it is to be done; empty for no limit
 * @param page       path of the page that shows the record, without a leading slash; empty when its function has none, or
 *                   is not there
 * @param escalated  whether it is overdue and others may take it too
 * @param version    one more after each change
 */
public record Task(UUID id, UUID run, String procedure, RecordRef record, String subject, String step, Wording title,
        Step.Kind kind, List<Candidate> candidates, Optional<String> assignee, int approvals, List<String> approvedBy,
        String startedBy, Instant createdAt, Optional<Instant> dueAt, Optional<String> page, boolean escalated, long version) implements Versioned {

    public Task {
        Objects.requireNonNull(id);
        Objects.requireNonNull(run);
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(assignee);
        approvedBy = List.copyOf(approvedBy);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(page);
    }
}
