package org.zaledje.tests.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured value beside what it is measured against.
 *
 * @param name  what was measured
 * @param value as measured
 * @param unit  of value and limit
 * @param limit the same of what it is compared with, measured in the same run
 * @param goal  what is wanted
 */
record Figure(String name, double value, String unit, double limit, Goal goal) {

    /** What is wanted of a figure. */
    sealed interface Goal {
        /** At most this many times the limit. */
        record Ratio(double most) implements Goal {
        }

        /** At most this value. */
        record Value(double most) implements Goal {
        }

        /** At least this many times the limit. */
        record RatioAtLeast(double least) implements Goal {
        }

        /** Only told. */
        record None() implements Goal {
        }
    }

    static String header() {
        return String.format("%-34s %9s %-4s %9s %7s %9s  %s", "name", "value", "unit", "limit", "ratio", "goal", "met");
    }

    private double ratio() {
        return value / limit;
    }

    private String wanted() {
        if (goal instanceof Goal.Ratio most) {
            return String.format(Locale.ROOT, "≤ %.1f ×", most.most());
        }
        if (goal instanceof Goal.RatioAtLeast least) {
            return String.format(Locale.ROOT, "≥ %.1f ×", least.least());
        }
        return goal instanceof Goal.Value most ? String.format(Locale.ROOT, "≤ %.0f", most.most()) : "-";
    }

    /** Empty when nothing was wanted. */
    private Optional<Boolean> met() {
        if (goal instanceof Goal.Ratio most) {
            return Optional.of(ratio() <= most.most());
        }
        if (goal instanceof Goal.RatioAtLeast least) {
            return Optional.of(ratio() >= least.least());
        }
        return goal instanceof Goal.Value most ? Optional.of(value <= most.most()) : Optional.empty();
    }

    /** One object, with null for {@code met} when nothing was wanted. */
    String json() {
        return String.format(Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"limit\":%.3f,\"ratio\":%.3f,\"goal\":\"%s\",\"met\":%s}",
                name, value, unit, limit, ratio(), wanted(), met().map(String::valueOf).orElse("null"));
    }

    @Override
    public String toString() {
        String met = met().map(is -> is ? "yes" : "NO").orElse("-");
        return String.format(Locale.ROOT, "%-34s %9.1f %-4s %9.1f %7.2f %9s  %s", name, value, unit, limit, ratio(), wanted(), met);
    }
}
