package org.zaledje.platform.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A row of a table: values by the key of their column. What is absent was empty. Immutable. */
public final class ExchangeRow {

    private final long line;
    private final Map<String, Object> values;

    private ExchangeRow(long line, Map<String, Object> values) {
        this.line = line;
        this.values = values;
    }

    /** A row without values, for an export. */
    public static ExchangeRow empty() {
        return at(0);
    }

    /** A row without values that stands in this line of a file. */
    public static ExchangeRow at(long line) {
        return new ExchangeRow(line, Map.of());
    }

    /** The row with a value, of the column's type; null leaves the cell empty. */
    public ExchangeRow with(String column, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        if (value == null) {
            more.remove(column);
        } else {
            more.put(column, value);
        }
        return new ExchangeRow(line, more);
    }

    /** The line of the file in which it begins, the header's being 1; 0 in an export. */
    public long line() {
        return line;
    }

    public Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A text, or an empty one. */
    public String text(String column) {
        return value(column).map(String.class::cast).orElse("");
    }

    public Optional<BigDecimal> decimal(String column) {
        return value(column).map(BigDecimal.class::cast);
    }

    public Optional<LocalDate> date(String column) {
        return value(column).map(LocalDate.class::cast);
    }

    public Optional<Instant> moment(String column) {
        return value(column).map(Instant.class::cast);
    }

    /** Whether it says yes; an empty cell does not. */
    public boolean is(String column) {
        return value(column).map(Boolean.class::cast).orElse(false);
    }

    @Override
    public String toString() {
        return line + ": " + values;
    }
}
