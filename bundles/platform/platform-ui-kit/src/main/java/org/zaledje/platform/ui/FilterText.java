package org.zaledje.platform.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;

/** Writes filters of one field as people would type them, so that they are read as the same again. */
final class FilterText {

    private FilterText() {
    }

    static String of(List<ListFilter> filters) {
        Optional<Object> from = end(filters, Comparison.FROM);
        Optional<Object> to = end(filters, Comparison.TO);
        if (from.isEmpty() && to.isEmpty()) {
            return filters.stream().findFirst().map(filter -> told(filter.values().get(0), false)).orElse("");
        }
        String first = from.map(value -> told(value, false)).orElse("");
        String last = to.map(value -> told(value, true)).orElse("");
        if (to.isEmpty()) {
            return ">" + first;
        }
        return from.isEmpty() ? "<" + last : first.equals(last) ? first : first + " – " + last;
    }

    private static Optional<Object> end(List<ListFilter> filters, Comparison comparison) {
        return filters.stream().filter(filter -> filter.comparison() == comparison)
                .map(filter -> (Object) filter.values().get(0))
                .findFirst();
    }

    /**
     * @param isEnd whether it is where a range ends: moments are narrowed by the begin of the next day
     */
    private static String told(Object value, boolean isEnd) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof Instant moment) {
            LocalDate day = moment.atZone(ZoneId.systemDefault()).toLocalDate();
            return (isEnd ? day.minusDays(1) : day).toString();
        }
        if (value instanceof BigDecimal number) {
            return Formats.current().number(number);
        }
        return value instanceof Long number ? Formats.current().number(BigDecimal.valueOf(number)) : value.toString();
    }
}
