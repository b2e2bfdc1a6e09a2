package org.zaledje.platform.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One step of a procedure: a task for somebody.
 *
 * @param key        names it within the procedure for ever: lower-case letters, digits and hyphens, at most
 *                   {@value #KEY_LENGTH_MAX}
 * @param title      what is to be done, in words
 * @param kind       whether something is decided or done
 * @param after      keys of the steps that must have ended before; empty for one that begins at once. Steps that do not
 *                   wait for each other are done side by side.
 * @param conditions all must hold, otherwise the step is left out; at most {@value #CONDITIONS_MAX}
 * @param candidates who may take it; 1 to {@value #CANDIDATES_MAX}
 * @param approvals  how many different people must approve, at most {@value #APPROVALS_MAX}; 1 for a {@link Kind#WORK}
 * @param otherThan  keys of steps whose people may not do this one too, {@link #STARTER} among them for who has started the
 *                   run or made the record
 * @param due        until when it is to be done, in working time from its beginning; empty for no limit
 * @param escalation who may take it too, once it is overdue; empty when nobody. Only with {@code due}.
 */
public record Step(String key, Wording title, Kind kind, Set<String> after, List<Condition> conditions,
        List<Candidate> candidates, int approvals, Set<String> otherThan, Optional<Duration> due,
        Optional<Candidate> escalation) {

    /** Longest {@link #key()}, in characters. */
    public static final int KEY_LENGTH_MAX = 40;

    /** The most {@link #approvals()}. */
    public static final int APPROVALS_MAX = 20;

    /** The most {@link #candidates()}. */
    public static final int CANDIDATES_MAX = 20;

    /** The most {@link #conditions()}. */
    public static final int CONDITIONS_MAX = 20;

    /** Among {@link #otherThan()}, stands for who has started the run and for who has made the record. */
    public static final String STARTER = "*starter";

    /** What a step asks for. */
    public enum Kind {
        /** To approve, to reject, or to give back. */
        APPROVAL,
        /** To do something, and to say that it is done. */
        WORK
    }

    public Step {
        Objects.requireNonNull(key);
        Objects.requireNonNull(title);
        Objects.requireNonNull(kind);
        after = Set.copyOf(after);
        conditions = List.copyOf(conditions);
        candidates = List.copyOf(candidates);
        otherThan = Set.copyOf(otherThan);
        Objects.requireNonNull(due);
        Objects.requireNonNull(escalation);
    }

    /** An approval by one of the candidates, at once and without conditions. */
    public static Step approval(String key, Wording title, Candidate... candidates) {
        return new Step(key, title, Kind.APPROVAL, Set.of(), List.of(), List.of(candidates), 1, Set.of(),
                Optional.empty(), Optional.empty());
    }

    /** Something that one of the candidates does, at once and without conditions. */
    public static Step work(String key, Wording title, Candidate... candidates) {
        return new Step(key, title, Kind.WORK, Set.of(), List.of(), List.of(candidates), 1, Set.of(), Optional.empty(),
                Optional.empty());
    }

    /** The same step after others. */
    public Step after(String... steps) {
        return new Step(key, title, kind, Set.of(steps), conditions, candidates, approvals, otherThan, due, escalation);
    }

    /** The same step when another one is gone: it neither waits for it nor is barred to its people. */
    public Step without(String other) {
        return new Step(key, title, kind, less(after, other), conditions, candidates, approvals, less(otherThan, other), due,
                escalation);
    }

    private static Set<String> less(Set<String> keys, String other) {
        return keys.stream().filter(each -> !each.equals(other)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same step, only where a condition holds too. */
    public Step when(String fact, Condition.Relation relation, String value) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(fact, relation, value));
        return new Step(key, title, kind, after, more, candidates, approvals, otherThan, due, escalation);
    }

    /** The same step, by others than those of these steps. */
    public Step byOthersThan(String... steps) {
        return new Step(key, title, kind, after, conditions, candidates, approvals, Set.of(steps), due, escalation);
    }

    /** The same step, approved by several people. */
    public Step approvedBy(int people) {
        return new Step(key, title, kind, after, conditions, candidates, people, otherThan, due, escalation);
    }

    /** The same step, due within so much working time. */
    public Step due(Duration workingTime) {
        return new Step(key, title, kind, after, conditions, candidates, approvals, otherThan, Optional.of(workingTime), escalation);
    }

    /** The same step, due within so much working time; then it is the other candidate's too. */
    public Step due(Duration workingTime, Candidate then) {
        return new Step(key, title, kind, after, conditions, candidates, approvals, otherThan, Optional.of(workingTime),
                Optional.of(then));
    }
}
