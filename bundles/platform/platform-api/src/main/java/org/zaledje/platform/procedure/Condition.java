package org.zaledje.platform.procedure;

import java.util.Objects;

/**
 * Something that must hold of a record's facts. There is nothing to evaluate in it: a fact is compared with a value.
 *
 * @param fact     name of a {@link Fact} of the procedure's type
 * @param relation how they are compared
 * @param value    what it is compared with, written as facts of that type are; up to {@value #VALUE_LENGTH_MAX} characters
 */
public record Condition(String fact, Relation relation, String value) {

    /** Longest {@link #value()}, in characters. */
    public static final int VALUE_LENGTH_MAX = 200;

    /** How a fact and a value are compared; all but the first two need a number or a date. */
    public enum Relation {
        EQUAL,
        NOT_EQUAL,
        MORE,
        AT_LEAST,
        LESS,
        AT_MOST;

        /** Whether it asks which of the two is greater. */
        public boolean ordered() {
            return this != EQUAL && this != NOT_EQUAL;
        }

        /** Whether it holds, by the sign of comparing the fact with the value. */
        boolean holds(int sign) {
            return switch (this) {
                case EQUAL -> sign == 0;
                case NOT_EQUAL -> sign != 0;
                case MORE -> sign > 0;
                case AT_LEAST -> sign >= 0;
                case LESS -> sign < 0;
                case AT_MOST -> sign <= 0;
            };
        }
    }

    public Condition {
        Objects.requireNonNull(fact);
        Objects.requireNonNull(relation);
        Objects.requireNonNull(value);
    }
}
