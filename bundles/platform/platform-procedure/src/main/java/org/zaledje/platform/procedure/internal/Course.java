package org.zaledje.platform.procedure.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Step;

/**
 * How a record goes through a plan: which steps are done, left out, or whose turn it is.
 *
 * @param facts what the record is, by name
 */
record Course(ProcedurePlan plan, Map<String, TypedFact> facts) {

    /** Where a step is. */
    enum State {
        WAITING, OPEN, DONE, LEFT_OUT;

        boolean settled() {
            return this == DONE || this == LEFT_OUT;
        }
    }

    /** Whether nobody has to do anything. */
    boolean isEmpty() {
        return ended(at(Set.of()));
    }

    /** Every step's state, in the plan's order, when these steps have been done. */
    Map<String, State> at(Set<String> done) {
        Map<String, State> states = new LinkedHashMap<>();
        plan.steps().forEach(step -> states.put(step.key(), State.WAITING));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Step step : plan.steps()) {
                if (states.get(step.key()) == State.WAITING && step.after().stream().allMatch(key -> states.get(key).settled())) {
                    states.put(step.key(), reached(step, done));
                    moved = true;
                }
            }
        }
        return states;
    }

    private State reached(Step step, Set<String> done) {
        if (!plan.active() || !step.conditions().stream().allMatch(this::holds)) {
            return State.LEFT_OUT;
        }
        return done.contains(step.key()) ? State.DONE : State.OPEN;
    }

    /** A condition about what nobody has told of the record holds: rather one approval too many than one too few. */
    private boolean holds(Condition condition) {
        TypedFact fact = facts.get(condition.fact());
        return fact == null || !fact.type().reads(condition.value()) || fact.holds(condition);
    }

    static boolean ended(Map<String, State> states) {
        return states.values().stream().allMatch(State::settled);
    }

    List<Step> open(Map<String, State> states) {
        return plan.steps().stream().filter(step -> states.get(step.key()) == State.OPEN).toList();
    }
}
