package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.ui.Language;

/** What a step's box says. */
record StepLines(Procedures procedures, List<Fact> facts) {

    List<String> of(Step step, List<Step> all) {
        List<String> lines = new ArrayList<>();
        lines.add(Language.tell(step.title()));
        step.conditions().forEach(condition -> lines.add(tell(condition)));
        step.candidates().forEach(candidate -> lines.add(tell(candidate)));
        if (step.approvals() > 1) {
            lines.add(Language.tell(TEXTS.text("line.approvals", step.approvals())));
        }
        if (!step.otherThan().isEmpty()) {
            lines.add(Language.tell(TEXTS.text("line.others", step.otherThan().stream().sorted().map(key -> name(key, all))
                    .collect(Collectors.joining(", ")))));
        }
        step.due().ifPresent(due -> lines.add(Language.tell(TEXTS.text("line.due", hours(due)))));
        step.escalation().ifPresent(candidate -> lines.add(Language.tell(TEXTS.text("line.escalation", tell(candidate)))));
        return lines;
    }

    /** The whole plan in words, for those who can't see the picture. */
    String told(List<Step> all) {
        return all.stream().map(step -> String.join("; ", of(step, all))).collect(Collectors.joining(". "));
    }

    private String tell(Candidate candidate) {
        return Language.tell(procedures.titleOf(candidate));
    }

    private String tell(Condition condition) {
        String fact = facts.stream().filter(each -> each.name().equals(condition.fact())).findFirst()
                .map(each -> Language.tell(each.title())).orElse(condition.fact());
        return Language.tell(TEXTS.text("line.condition", fact,
                Language.tell(TEXTS.text("relation." + condition.relation())), condition.value()));
    }

    private static String name(String key, List<Step> all) {
        return all.stream().filter(step -> step.key().equals(key)).findFirst().map(step -> Language.tell(step.title()))
                .orElseGet(() -> Language.tell(TEXTS.text("starter")));
    }

    private static String hours(Duration due) {
        return due.toMinutesPart() == 0 ? due.toHours() + " h" : due.toHours() + " h " + due.toMinutesPart() + " min";
    }
}
