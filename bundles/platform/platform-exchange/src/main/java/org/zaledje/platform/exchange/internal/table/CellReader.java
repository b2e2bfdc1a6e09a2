package org.zaledje.platform.exchange.internal.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.Exchanges;

/** Turns cells into values of a column's type. */
public final class CellReader {

    private static final Set<String> YES = Set.of("true", "yes", "da", "1", "x");
    private static final Set<String> NO = Set.of("false", "no", "ne", "0");
    private static final int YEAR_MAX = 9999;

    private final CellText text;

    public CellReader(CellText text) {
        this.text = text;
    }

    /** The value of a cell that is not empty; empty when it is none of the column's type. */
    public Optional<Object> read(Object cell, ExchangeColumn column) {
        Optional<?> value = switch (column.type()) {
            case TEXT, CHOICE -> Optional.of(told(cell)).filter(CellReader::isStorable);
            case DECIMAL -> decimal(cell);
            case INTEGER -> decimal(cell).flatMap(CellReader::whole);
            case DATE -> day(cell).filter(day -> day.getYear() >= 1 && day.getYear() <= YEAR_MAX);
            case MOMENT -> moment(cell);
            case BOOLEAN -> bool(cell);
            case ID -> cell instanceof String id ? id(id.strip()) : Optional.empty();
        };
        return value.map(Object.class::cast);
    }

    /** A cell as text, whatever it holds. */
    public static String told(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof LocalDateTime time) {
            return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString();
        }
        return cell instanceof String words ? CellText.unguarded(words.strip()) : String.valueOf(cell);
    }

    private static boolean isStorable(String words) {
        return words.length() <= Exchanges.CELL_LENGTH_MAX && words.indexOf('\0') < 0
                && words.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private Optional<BigDecimal> decimal(Object cell) {
        return cell instanceof BigDecimal number ? Optional.of(number)
                : cell instanceof String words ? text.decimal(CellText.unguarded(words.strip())) : Optional.empty();
    }

    private static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Object cell) {
        if (cell instanceof LocalDateTime time) {
            return Optional.of(time.toLocalDate()).filter(day -> time.toLocalTime().equals(LocalTime.MIDNIGHT));
        }
        return cell instanceof String words ? CellText.day(words) : Optional.empty();
    }

    private static Optional<Instant> moment(Object cell) {
        try {
            return cell instanceof LocalDateTime time ? Optional.of(time.toInstant(ZoneOffset.UTC))
                    : cell instanceof String words ? Optional.of(Instant.parse(words.strip())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> bool(Object cell) {
        if (cell instanceof Boolean known) {
            return Optional.of(known);
        }
        String word = told(cell).toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<UUID> id(String words) {
        try {
            return Optional.of(UUID.fromString(words)).filter(id -> id.toString().equalsIgnoreCase(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
