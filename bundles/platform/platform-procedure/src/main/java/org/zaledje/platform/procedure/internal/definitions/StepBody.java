package org.zaledje.platform.procedure.internal.definitions;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.procedure.internal.tasks.Bodies;

/** A step as it is told and given. */
@Schema(name = "ProcedureStep")
public record StepBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "approve") String key,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "By language") Map<String, String> title,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Step.Kind kind,
        @Schema(description = "Keys of the steps that come before") List<String> after,
        @Schema(description = "All must hold, otherwise the step is left out") List<ConditionBody> conditions,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<CandidateBody> candidates,
        @Schema(description = "How many different people; 1 when absent", example = "2") Integer approvals,
        @Schema(description = "Keys of steps whose people may not do this one; " + Step.STARTER + " is who has started the run"
                + " or made the record") List<String> otherThan,
        @Schema(description = "Working time from its beginning", example = "PT16H") String due,
        @Schema(description = "Who may take it too, once it is overdue") CandidateBody escalation) {

    /** Something that must hold. */
    @Schema(name = "ProcedureCondition")
    public record ConditionBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String fact,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Condition.Relation relation,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value) {

        Condition condition() {
            return new Condition(Bodies.member(this, ConditionBody::fact, "fact"),
                    Bodies.member(this, ConditionBody::relation, "relation"), Bodies.member(this, ConditionBody::value, "value"));
        }
    }

    /** Who may take a task. */
    @Schema(name = "ProcedureCandidate")
    public record CandidateBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Candidate.Kind kind,
            @Schema(description = "Empty for STARTER", maxLength = Candidate.NAME_LENGTH_MAX) String name) {

        Candidate candidate() {
            try {
                return new Candidate(Bodies.member(this, CandidateBody::kind, "kind"), Bodies.text(name));
            } catch (IllegalArgumentException e) {
                throw ProblemException.of(Kind.UNREADABLE, "procedure.candidate",
                        TEXTS.text("procedure.candidate", Candidate.NAME_LENGTH_MAX));
            }
        }

        static CandidateBody of(Candidate candidate) {
            return new CandidateBody(candidate.kind(), candidate.name());
        }
    }

    static StepBody of(Step step) {
        return new StepBody(step.key(), step.title().byLanguage(), step.kind(), sorted(step.after()),
                step.conditions().stream().map(each -> new ConditionBody(each.fact(), each.relation(), each.value())).toList(),
                step.candidates().stream().map(CandidateBody::of).toList(), step.approvals(), sorted(step.otherThan()),
                step.due().map(Duration::toString).orElse(null), step.escalation().map(CandidateBody::of).orElse(null));
    }

    Step step() {
        return new Step(Bodies.member(this, StepBody::key, "key"), new Wording(Bodies.texts(this, StepBody::title, "title")),
                Bodies.member(this, StepBody::kind, "kind"), keys(after, "after"),
                (conditions == null ? List.<ConditionBody>of() : Bodies.members(this, StepBody::conditions, "conditions"))
                        .stream().map(ConditionBody::condition).toList(),
                Bodies.members(this, StepBody::candidates, "candidates").stream().map(CandidateBody::candidate).toList(),
                Optional.ofNullable(approvals).orElse(1), keys(otherThan, "otherThan"), Optional.ofNullable(due).map(StepBody::time),
                Optional.ofNullable(escalation).map(CandidateBody::candidate));
    }

    private static Set<String> keys(List<String> given, String name) {
        return given == null ? Set.of() : new TreeSet<>(Bodies.members(given, all -> all, name));
    }

    private static Duration time(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.of(Kind.UNREADABLE, "procedure.due-unreadable", TEXTS.text("procedure.due-unreadable"));
        }
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
