package org.zaledje.platform.procedure.internal.definitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.procedure.internal.tasks.Bodies;

/** How a procedure is to go. */
@Schema(name = "ProcedurePlan", example = """
        {"title": {"en": "Approval", "sl": "Odobritev"}, "active": true, "steps": [
          {"key": "approve", "title": {"en": "Approve", "sl": "Odobri"}, "kind": "APPROVAL", "approvals": 2,
           "candidates": [{"kind": "ROLE", "name": "Head of finance"}], "otherThan": ["*starter"], "due": "PT16H"}]}""")
public record PlanBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "By language") Map<String, String> title,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether records go through it") Boolean active,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<StepBody> steps) {

    static ProcedurePlan plan(PlanBody given) {
        return new ProcedurePlan(new Wording(Bodies.texts(given, PlanBody::title, "title")),
                Bodies.member(given, PlanBody::active, "active"),
                Bodies.members(given, PlanBody::steps, "steps").stream().map(StepBody::step).toList());
    }
}
