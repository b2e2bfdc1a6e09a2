package org.zaledje.platform.list;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a field of a list holds, and how it is written in a query. */
public enum FieldType {

    TEXT(String.class, FieldType::text),
    /** One of the field's choices. */
    CHOICE(String.class, Function.identity()),
    DECIMAL(BigDecimal.class, FieldType::decimal),
    INTEGER(Long.class, Long::valueOf),
    /** A day, ISO 8601. */
    DATE(LocalDate.class, FieldType::date),
    /** A moment, ISO 8601 in UTC. */
    MOMENT(Instant.class, FieldType::moment),
    BOOLEAN(Boolean.class, FieldType::bool),
    ID(UUID.class, FieldType::id);

    /** Longest text or number in a filter, in characters. */
    public static final int VALUE_LENGTH_MAX = 200;

    private static final int EXPONENT_MAX = 30;
    private static final int YEAR_MAX = 9999;
    private static final int ID_LENGTH = 36;

    private final Class<?> javaType;
    private final Function<String, ?> reader;

    FieldType(Class<?> javaType, Function<String, ?> reader) {
        this.javaType = javaType;
        this.reader = reader;
    }

    /** The class of its values. */
    public Class<?> javaType() {
        return javaType;
    }

    /**
     * Reads a value as it is written in a query.
     *
     * @throws RuntimeException of some kind when it is not one
     */
    Object read(String text) {
        if (text.isEmpty() || text.length() > VALUE_LENGTH_MAX) {
            throw new IllegalArgumentException("not from 1 to " + VALUE_LENGTH_MAX + " characters");
        }
        return reader.apply(text);
    }

    /** What databases can't hold can't be looked for. */
    private static String text(String text) {
        if (text.chars().anyMatch(c -> c == 0) || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("unstorable character");
        }
        return text;
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.signum() != 0 && (Math.abs((long) number.precision() - number.scale()) > EXPONENT_MAX
                || Math.abs(number.scale()) > EXPONENT_MAX)) {
            throw new IllegalArgumentException("too large or too small");
        }
        return number.signum() == 0 ? BigDecimal.ZERO : number;
    }

    private static LocalDate date(String text) {
        return inRange(LocalDate.parse(text), LocalDate::getYear);
    }

    private static Instant moment(String text) {
        return inRange(Instant.parse(text), moment -> moment.atOffset(ZoneOffset.UTC).getYear());
    }

    private static <T> T inRange(T time, ToIntFunction<T> year) {
        if (year.applyAsInt(time) < 1 || year.applyAsInt(time) > YEAR_MAX) {
            throw new IllegalArgumentException("year out of range");
        }
        return time;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static UUID id(String text) {
        if (text.length() != ID_LENGTH) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }
}
