package org.zaledje.platform.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zaledje.platform.list.FieldType;

/** As what an entity's attribute holds a value of a list. */
public enum Stored {

    TEXT("[^\\x00]*", value -> value, value -> value),
    DECIMAL("-?\\d{1,40}(\\.\\d{1,40})?", value -> ((BigDecimal) value).toPlainString(), BigDecimal::new),
    /** An {@code int} or {@code Integer}. */
    INT("-?\\d{1,10}", String::valueOf, Integer::valueOf),
    /** A {@code long} or {@code Long}. */
    LONG("-?\\d{1,19}", String::valueOf, Long::valueOf),
    DATE("\\d{4}-\\d\\d-\\d\\d", String::valueOf, LocalDate::parse),
    BOOLEAN("true|false", String::valueOf, Boolean::valueOf),
    UUID("[0-9a-f-]{36}", String::valueOf, java.util.UUID::fromString),
    /** A moment as milliseconds since 1970, in a {@code long}. */
    MILLIS("-?\\d{1,19}", String::valueOf, Long::valueOf),
    /** A moment as {@code java.sql.Timestamp}. */
    TIMESTAMP("\\d{4}-[0-9T:.-]{1,25}Z", value -> ((Timestamp) value).toInstant().toString(),
            text -> Timestamp.from(Instant.parse(text))),
    /** A moment as {@code timestamp with time zone}; only in lists that SQL reads. */
    INSTANT("\\d{4}-[0-9T:.-]{1,25}Z", String::valueOf, Instant::parse);

    /** What is written of a value; what else comes in a cursor was made up. */
    private final Pattern written;
    private final Function<Object, Object> writer;
    private final Function<String, Object> reader;

    Stored(String written, Function<Object, Object> writer, Function<String, Object> reader) {
        this.written = Pattern.compile(written, Pattern.DOTALL);
        this.writer = writer;
        this.reader = reader;
    }

    /** As what values of the type are held by an attribute when nothing else is said. */
    static Stored usual(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> TEXT;
            case DECIMAL -> DECIMAL;
            case INTEGER -> LONG;
            case DATE -> DATE;
            case MOMENT -> MILLIS;
            case BOOLEAN -> BOOLEAN;
            case ID -> UUID;
        };
    }

    /** A value of a filter, as the attribute holds it. */
    Object of(Object value) {
        return switch (this) {
            case INT -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (Long) value));
            case MILLIS -> ((Instant) value).toEpochMilli();
            case TIMESTAMP -> Timestamp.from((Instant) value);
            default -> value;
        };
    }

    /** The value in a column of a row; may be null. */
    Object held(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case TEXT -> row.getString(column);
            case DECIMAL -> row.getBigDecimal(column);
            case INT -> row.getObject(column, Integer.class);
            case LONG, MILLIS -> row.getObject(column, Long.class);
            case DATE -> row.getObject(column, LocalDate.class);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case UUID -> row.getObject(column, java.util.UUID.class);
            case TIMESTAMP -> row.getTimestamp(column);
            case INSTANT -> Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant)
                    .orElse(null);
        };
    }

    String write(Object held) {
        return (String) writer.apply(held);
    }

    /** What {@link #write} has written; throws some RuntimeException when it has not. */
    Object read(String text) {
        if (!written.matcher(text).matches()) {
            throw new IllegalArgumentException("not " + this);
        }
        return reader.apply(text);
    }
}
