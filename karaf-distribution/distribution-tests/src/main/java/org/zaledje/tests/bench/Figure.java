package org.zaledje.tests.bench;

import java.util.Locale;

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

        /** Only told. */
        record None() implements Goal {
        }
    }

    static String header() {
        return String.format("%-34s %9s %-4s %9s %7s %9s  %s", "name", "value", "unit", "limit", "ratio", "goal", "met");
    }

    @Override
    public String toString() {
        double ratio = value / limit;
        String wanted = "-";
        String met = "-";
        if (goal instanceof Goal.Ratio most) {
            wanted = String.format(Locale.ROOT, "≤ %.1f ×", most.most());
            met = ratio <= most.most() ? "yes" : "NO";
        } else if (goal instanceof Goal.Value most) {
            wanted = String.format(Locale.ROOT, "≤ %.0f", most.most());
            met = value <= most.most() ? "yes" : "NO";
        }
        return String.format(Locale.ROOT, "%-34s %9.1f %-4s %9.1f %7.2f %9s  %s", name, value, unit, limit, ratio, wanted, met);
    }
}
