package org.zaledje.platform.procedure.internal;

import java.util.Set;
import org.zaledje.platform.procedure.Candidate;

/**
 * Somebody whose tasks a caller may decide: they themselves, or one whom they stand in for.
 *
 * @param user       login name
 * @param candidates what they are, as candidates are stored
 * @param everything whether they may do whatever a permission names
 */
record Identity(String user, Set<String> candidates, boolean everything) {

    boolean is(Candidate candidate) {
        return candidates.contains(candidate.toString())
                || everything && candidate.kind() == Candidate.Kind.PERMISSION;
    }

    boolean mayTake(TaskRow task) {
        return task.assignee().map(user::equals).orElseGet(() -> task.candidates().stream().anyMatch(this::is));
    }
}
