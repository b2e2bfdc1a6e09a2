package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;

/** What a plan must be like before it can be published. */
final class PlanRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Duration DUE_MAX = Duration.ofHours(2_000);
    private static final int PLAN_LENGTH_MAX = 100_000;

    private final Map<String, Fact> facts;
    private final List<Violation> violations = new ArrayList<>();

    private PlanRules(List<Fact> facts) {
        this.facts = facts.stream().collect(Collectors.toMap(Fact::name, fact -> fact));
    }

    /** @throws ProblemException RULES_BROKEN with every broken rule */
    static void check(ProcedurePlan plan, List<Fact> facts) {
        PlanRules rules = new PlanRules(facts);
        rules.plan(plan);
        if (!rules.violations.isEmpty()) {
            throw ProblemException.rulesBroken("procedure.invalid", TEXTS.text("procedure.invalid"), rules.violations);
        }
    }

    private void plan(ProcedurePlan plan) {
        wording(plan.title(), "/title");
        rule(!plan.steps().isEmpty() && plan.steps().size() <= ProcedurePlan.STEPS_MAX, "steps", "/steps", ProcedurePlan.STEPS_MAX);
        Set<String> keys = plan.steps().stream().map(Step::key).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(plan.steps().size(), ProcedurePlan.STEPS_MAX); i++) {
            Step step = plan.steps().get(i);
            String at = "/steps/" + i;
            rule(KEY.matcher(step.key()).matches() && step.key().length() <= Step.KEY_LENGTH_MAX, "key", at + "/key",
                    Step.KEY_LENGTH_MAX);
            rule(seen.add(step.key()), "key-twice", at + "/key", step.key());
            wording(step.title(), at + "/title");
            step.after().forEach(key -> rule(keys.contains(key), "step-unknown", at + "/after", key));
            step.otherThan().forEach(key ->
                    rule(keys.contains(key) || key.equals(Step.STARTER), "step-unknown", at + "/otherThan", key));
            rule(!step.candidates().isEmpty() && step.candidates().size() <= Step.CANDIDATES_MAX, "candidates", at + "/candidates",
                    Step.CANDIDATES_MAX);
            step.candidates().forEach(candidate -> candidate(candidate, at + "/candidates"));
            step.escalation().ifPresent(candidate -> candidate(candidate, at + "/escalation"));
            rule(step.approvals() >= 1 && step.approvals() <= (step.kind() == Step.Kind.WORK ? 1 : Step.APPROVALS_MAX), "approvals",
                    at + "/approvals", Step.APPROVALS_MAX);
            rule(step.due().map(due -> !due.isNegative() && !due.isZero() && due.compareTo(DUE_MAX) <= 0).orElse(true), "due",
                    at + "/due", DUE_MAX.toHours());
            rule(step.escalation().isEmpty() || step.due().isPresent(), "escalation", at + "/escalation");
            rule(step.conditions().size() <= Step.CONDITIONS_MAX, "conditions", at + "/conditions", Step.CONDITIONS_MAX);
            for (int c = 0; c < Math.min(step.conditions().size(), Step.CONDITIONS_MAX); c++) {
                condition(step.conditions().get(c), at + "/conditions/" + c);
            }
        }
        rule(Json.write(plan).length() <= PLAN_LENGTH_MAX, "long", "/steps");
        circle(plan.steps()).ifPresent(key -> rule(false, "circle", "/steps", key));
    }

    private void candidate(Candidate candidate, String at) {
        rule(candidate.kind() == Candidate.Kind.STARTER || !candidate.name().isBlank() && isPlain(candidate.name()), "candidate", at,
                Candidate.NAME_LENGTH_MAX);
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private void condition(Condition condition, String at) {
        Fact fact = facts.get(condition.fact());
        rule(fact != null, "fact-unknown", at + "/fact", condition.fact());
        if (fact != null) {
            rule(condition.value().length() <= Condition.VALUE_LENGTH_MAX && isPlain(condition.value()) && fact.type().reads(condition.value()), "value",
                    at + "/value", condition.value());
            rule(fact.type().ordered() || !condition.relation().ordered(), "relation", at + "/relation", fact.title());
        }
    }

    private void wording(Wording text, String at) {
        rule(!text.byLanguage().isEmpty() && text.byLanguage().size() <= Wording.LANGUAGES_MAX
                && text.byLanguage().keySet().stream().allMatch(language -> LANGUAGE.matcher(language).matches())
                && text.byLanguage().values().stream().allMatch(each -> !each.isBlank() && each.length() <= Wording.LENGTH_MAX
                        && isPlain(each)), "title", at, Wording.LENGTH_MAX);
    }

    /** A step that, by a detour, waits for itself. */
    private static Optional<String> circle(List<Step> steps) {
        Map<String, Set<String>> waiting = new HashMap<>();
        steps.forEach(step -> waiting.computeIfAbsent(step.key(), key -> new HashSet<>()).addAll(step.after()));
        waiting.values().forEach(before -> before.retainAll(waiting.keySet()));
        boolean moved = true;
        while (moved) {
            Set<String> free = waiting.entrySet().stream().filter(step -> step.getValue().isEmpty()).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            moved = !free.isEmpty();
            waiting.keySet().removeAll(free);
            waiting.values().forEach(before -> before.removeAll(free));
        }
        return waiting.keySet().stream().sorted().findFirst();
    }

    private void rule(boolean kept, String rule, String location, Object... arguments) {
        if (!kept) {
            violations.add(Violation.error("procedure." + rule, TEXTS.text("procedure." + rule, arguments), location));
        }
    }
}
