package org.zaledje.platform.procedure;

import java.util.List;
import java.util.Objects;

/**
 * How a procedure goes. Its steps wait for each other without going in circles.
 *
 * @param title  its name for people
 * @param active whether records go through it; otherwise none has to
 * @param steps  1 to {@value #STEPS_MAX} steps, in the order in which people read them
 */
public record ProcedurePlan(Wording title, boolean active, List<Step> steps) {

    /** The most steps. */
    public static final int STEPS_MAX = 50;

    public ProcedurePlan {
        Objects.requireNonNull(title);
        steps = List.copyOf(steps);
    }
}
