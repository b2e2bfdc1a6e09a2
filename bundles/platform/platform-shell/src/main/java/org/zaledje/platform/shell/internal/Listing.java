package org.zaledje.platform.shell.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * How a list of things is shown: each column is a member of the JSON objects, and has its heading in the text
 * {@code <listing>.<column>}. Values may be optional, texts, moments, durations, truth values, constants and collections.
 * A constant's text is {@code <listing>.<column>.<CONSTANT>}, where there is one.
 */
public final class Listing<T> {

    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String name, Function<? super T, ?> value) {
    }

    private Listing(String name) {
        this.name = name;
    }

    /** One without columns yet; its name is the first part of its texts' keys. */
    public static <T> Listing<T> of(String name) {
        return new Listing<>(name);
    }

    /** The same with one more column to the right. */
    public Listing<T> column(String column, Function<? super T, ?> value) {
        columns.add(new Column<>(column, value));
        return this;
    }

    List<Map<String, Object>> members(List<T> rows) {
        return rows.stream().map(row -> {
            Map<String, Object> members = new LinkedHashMap<>();
            columns.forEach(column -> members.put(column.name, column.value.apply(row)));
            return members;
        }).toList();
    }

    void print(List<T> rows, Texts texts, Locale locale, PrintStream out) {
        ShellTable table = new ShellTable();
        columns.forEach(column -> table.column(texts.get(name + "." + column.name, locale)));
        for (T row : rows) {
            table.addRow().addContent(columns.stream()
                    .map(column -> (Object) cell(column, column.value.apply(row), texts, locale)).toList());
        }
        if (rows.isEmpty()) {
            out.println(texts.get(name + ".empty", locale));
        } else {
            table.print(out);
        }
    }

    private String cell(Column<T> column, Object value, Texts texts, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value instanceof Optional<?> optional) {
            return cell(column, optional.orElse(null), texts, locale);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> cell(column, one, texts, locale)).collect(Collectors.joining(", "));
        }
        if (value instanceof LocalizedText text) {
            return text.in(locale);
        }
        if (value instanceof Boolean yes) {
            return Texts.beside(Listing.class).get(yes ? "yes" : "no", locale);
        }
        if (value instanceof Instant moment) {
            return moment.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof Duration duration) {
            return String.format(locale, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (value instanceof Enum<?> constant) {
            String key = name + "." + column.name + "." + constant.name();
            String text = texts.get(key, locale);
            return text.equals(key) ? constant.name().toLowerCase(Locale.ROOT) : text;
        }
        return value.toString();
    }
}
