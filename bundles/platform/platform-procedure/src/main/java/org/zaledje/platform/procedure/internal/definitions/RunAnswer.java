package org.zaledje.platform.procedure.internal.definitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.DecisionRecord;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.StepStanding;
import org.zaledje.platform.security.Caller;

/** A run as it is told. */
@Schema(name = "ProcedureRun")
public record RunAnswer(UUID id, String procedure, long version, String title, String recordType, String recordId, String subject,
        Map<String, String> facts, ProcedureRun.State state, String startedBy, Instant startedAt,
        @Schema(type = "string", format = "date-time") Optional<Instant> endedAt, List<Standing> steps,
        List<DecisionRecord> decisions) {

    /** Where a step stands. */
    @Schema(name = "ProcedureStanding")
    public record Standing(String key, String title, StepStanding.State state,
            @Schema(type = "string", format = "uuid") Optional<UUID> task, List<Candidate> candidates,
            @Schema(type = "string") Optional<String> assignee,
            @Schema(type = "string", format = "date-time") Optional<Instant> dueAt) {
    }

    static RunAnswer of(ProcedureRun run, Caller reader) {
        return new RunAnswer(run.id(), run.procedure(), run.version(), run.title().in(reader.locale()), run.record().type(),
                run.record().id(), run.subject(), run.facts(), run.state(), run.startedBy(), run.startedAt(), run.endedAt(),
                run.steps().stream().map(step -> new Standing(step.key(), step.title().in(reader.locale()), step.state(), step.task(),
                        step.candidates(), step.assignee(), step.dueAt())).toList(), run.decisions());
    }
}
