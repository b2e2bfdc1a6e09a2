package org.zaledje.platform.procedure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * Something that a function tells of a record, so that conditions can be written about it.
 *
 * @param name  its name, for example {@code amount}; letters and digits, at most 50
 * @param title its name for people
 * @param type  what it holds
 */
public record Fact(String name, LocalizedText title, Type type) {

    /** What a fact holds, and how it is written. */
    public enum Type {
        /** Any text. */
        TEXT {
            @Override
            int compare(String fact, String value) {
                return fact.compareTo(value);
            }
        },
        /** A number, as {@link BigDecimal#toPlainString()} writes it; 2.50 and 2.5 are equal. */
        DECIMAL {
            @Override
            int compare(String fact, String value) {
                return new BigDecimal(fact).compareTo(new BigDecimal(value));
            }
        },
        /** A day, ISO 8601. */
        DATE {
            @Override
            int compare(String fact, String value) {
                return LocalDate.parse(fact).compareTo(LocalDate.parse(value));
            }
        };

        private static final int LENGTH_MAX = 40;

        /** @throws RuntimeException one of the two can't be read as this type */
        abstract int compare(String fact, String value);

        /** Whether a value can be read as this type. */
        public boolean reads(String value) {
            try {
                compare(value, value);
                return this == TEXT || value.length() <= LENGTH_MAX;
            } catch (RuntimeException e) {
                return false;
            }
        }

        /** Whether its values have an order that people would expect. */
        public boolean ordered() {
            return this != TEXT;
        }
    }

    public Fact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(type);
    }

    /**
     * Whether a condition on this fact holds.
     *
     * @param value     the fact's value, which {@link Type#reads} reads
     * @param condition a condition whose value {@link Type#reads} reads too
     */
    public boolean holds(String value, Condition condition) {
        return condition.relation().holds(type.compare(value, condition.value()));
    }
}
