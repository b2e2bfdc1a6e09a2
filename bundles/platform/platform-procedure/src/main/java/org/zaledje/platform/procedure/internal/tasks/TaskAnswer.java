package org.zaledje.platform.procedure.internal.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.rest.Versioned;
import org.zaledje.platform.security.Caller;

/** A task as it is told. */
@Schema(name = "Task")
public record TaskAnswer(UUID id, UUID run, String procedure, String recordType, String recordId, String subject, String step,
        String title, Step.Kind kind, List<Candidate> candidates, @Schema(type = "string") Optional<String> assignee, int approvals,
        List<String> approvedBy, String startedBy, Instant createdAt,
        @Schema(type = "string", format = "date-time") Optional<Instant> dueAt,
        @Schema(type = "string", description = "Path of the record's page") Optional<String> page, boolean escalated, long version)
        implements Versioned {

    static TaskAnswer of(Task task, Optional<Caller> reader) {
        return new TaskAnswer(task.id(), task.run(), task.procedure(), task.record().type(), task.record().id(), task.subject(),
                task.step(), task.title().in(reader.map(Caller::locale).orElse(Locale.ENGLISH)), task.kind(), task.candidates(),
                task.assignee(), task.approvals(), task.approvedBy(), task.startedBy(), task.createdAt(), task.dueAt(), task.page(),
                task.escalated(), task.version());
    }
}
