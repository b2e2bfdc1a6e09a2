package org.zaledje.platform.ui.chart;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A bar of a chart.
 *
 * @param label what it stands for, a word or two
 * @param value how long it is; negative ones are shown as such
 * @param told  the value as people read it, for example {@code 1.234,50 €}
 * @param path  where the records behind it are listed, below {@code /} without a leading slash and with what the list is
 *              narrowed by; empty when they are not
 */
public record Bar(String label, BigDecimal value, String told, String path) {

    public Bar {
        Objects.requireNonNull(label);
        Objects.requireNonNull(value);
        Objects.requireNonNull(told);
        Objects.requireNonNull(path);
    }
}
