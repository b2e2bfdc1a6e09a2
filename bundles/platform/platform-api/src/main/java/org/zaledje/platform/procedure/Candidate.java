package org.zaledje.platform.procedure;

import java.util.Objects;

/**
 * Those who may take a task, told by what they are rather than who, so that it stays right when people come, go or are
 * on leave.
 *
 * @param kind what they are
 * @param name which one: login name, name of the role, permission, or id of the position; empty for {@link Kind#STARTER}
 */
public record Candidate(Kind kind, String name) {

    /** Longest {@link #name()}, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    /** What a candidate is told by. */
    public enum Kind {
        /** Whoever has started the procedure. */
        STARTER,
        /** One user, by login name. */
        USER,
        /** Everybody who has a role, by its name. */
        ROLE,
        /** Everybody who may do what a permission names in the whole company. */
        PERMISSION,
        /** Whoever holds a position, as a {@link Membership} tells. */
        POSITION
    }

    public Candidate {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        if ((kind == Kind.STARTER) != name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("not a candidate: " + kind + " " + name);
        }
    }

    /** Whoever has started the procedure. */
    public static Candidate starter() {
        return new Candidate(Kind.STARTER, "");
    }

    /** One user. */
    public static Candidate user(String name) {
        return new Candidate(Kind.USER, name);
    }

    /** Everybody with a role. */
    public static Candidate role(String name) {
        return new Candidate(Kind.ROLE, name);
    }

    /** Everybody with a permission. */
    public static Candidate permission(String permission) {
        return new Candidate(Kind.PERMISSION, permission);
    }

    @Override
    public String toString() {
        return kind + ":" + name;
    }
}
