package org.zaledje.platform.procedure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException;

/**
 * The current caller's tasks in the current company: those they have taken or were given, those that are anybody's of a group
 * they belong to, and those of people they stand in for. Nobody sees others' tasks: an unknown id, or somebody else's task,
 * is NOT_FOUND {@code task.not-found}. Everything here needs {@link #WORK}, otherwise it is FORBIDDEN. Changes are audited.
 * Thread-safe.
 */
@ProviderType
public interface Tasks {

    /** Permission to see and decide one's own tasks. */
    String WORK = "administration.task.work";

    /** What can be asked of the inbox; what is due first comes first. */
    ListSchema INBOX = ListSchema.of("procedures.tasks", "dueAt", "id")
            .with(ListField.of("dueAt", FieldType.MOMENT).range().sorted().orNone())
            .with(ListField.of("createdAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("procedure", FieldType.TEXT).equal().sorted())
            .with(ListField.of("subject", FieldType.TEXT).contains().sorted())
            .with(ListField.of("startedBy", FieldType.TEXT).equal().sorted())
            .with(ListField.of("assignee", FieldType.TEXT).equal().orNone());

    /** The most tasks that are decided at once. */
    int AT_ONCE_MAX = 200;

    /** How far {@link #count} counts. */
    int COUNT_MAX = 1_000;

    /** The caller's open tasks. */
    Page<Task> inbox(ListQuery query);

    /**
     * How many there are.
     *
     * @param all     open tasks, at most {@value Tasks#COUNT_MAX}
     * @param overdue those of them whose time is over, at most {@value Tasks#COUNT_MAX}
     */
    record Count(int all, int overdue) {
    }

    Count count();

    /** One of the caller's open tasks. */
    Optional<Task> find(UUID task);

    /**
     * Takes a task, so that it is in nobody else's inbox.
     *
     * @throws ProblemException NOT_FOUND; CONFLICT {@code task.taken} with the member {@code assignee}; FORBIDDEN
     *         {@code security.separation-of-duties}
     */
    Task claim(UUID task);

    /** Gives a task that the caller has taken back to its candidates. */
    Task release(UUID task);

    /**
     * Decides a task. A caller who stands in for somebody decides in their place.
     *
     * @param comment up to {@value DecisionRecord#COMMENT_LENGTH_MAX} characters; what rejects or gives back needs one
     * @throws ProblemException NOT_FOUND; CONFLICT {@code task.taken}; FORBIDDEN {@code security.separation-of-duties} when
     *         the caller, or the one they stand in for, has done what others must do; RULES_BROKEN {@code task.invalid}
     */
    void decide(UUID task, Decision decision, String comment);

    /**
     * What became of one of several tasks.
     *
     * @param problem why it was not decided; empty when it was
     */
    record Outcome(UUID task, Optional<ProblemException> problem) {
    }

    /**
     * Decides several tasks, each for itself: what is wrong with one does not touch the others.
     *
     * @param tasks 1 to {@value #AT_ONCE_MAX}
     * @return an outcome for each, in their order
     */
    List<Outcome> decideAll(List<UUID> tasks, Decision decision, String comment);

    /**
     * Gives a task to a colleague, who may decide it though they are none of the candidates.
     *
     * @param user login name of one who may come in
     * @throws ProblemException NOT_FOUND; CONFLICT {@code task.taken}; RULES_BROKEN {@code task.invalid} when there is no
     *         such user; FORBIDDEN {@code security.separation-of-duties} when it is one who may not do it
     */
    Task delegate(UUID task, String user);
}
