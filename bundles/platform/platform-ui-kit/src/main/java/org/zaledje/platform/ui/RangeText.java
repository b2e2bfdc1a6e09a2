package org.zaledje.platform.ui;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range as people type it into one field: {@code 10 – 20}, {@code 10..20}, {@code >10}, {@code <20}, or {@code 10}
 * for just that. Both ends are in it.
 *
 * @param from where it begins; empty for anywhere
 * @param to   where it ends; empty for anywhere
 */
record RangeText<V>(Optional<V> from, Optional<V> to) {

    private static final Pattern BETWEEN = Pattern.compile("(.*?)\\s*(?:–|—|\\.\\.|\\s-\\s)\\s*(.*)");
    private static final Pattern OPEN = Pattern.compile("([<>])=?\\s*(.*)");

    /** One value, or the first and the last of what a word such as a month stands for. */
    record Span<V>(V first, V last) {
    }

    /**
     * Reads a range.
     *
     * @param value reads one of its ends; empty for what is none
     * @return empty when the text can't be read
     */
    static <V> Optional<RangeText<V>> read(String text, Function<String, Optional<Span<V>>> value) {
        Matcher open = OPEN.matcher(text);
        if (open.matches()) {
            return value.apply(open.group(2)).map(span -> open.group(1).equals(">")
                    ? new RangeText<>(Optional.of(span.first()), Optional.empty())
                    : new RangeText<>(Optional.empty(), Optional.of(span.last())));
        }
        Optional<RangeText<V>> single = value.apply(text)
                .map(span -> new RangeText<>(Optional.of(span.first()), Optional.of(span.last())));
        return single.isPresent() ? single : between(text, value);
    }

    private static <V> Optional<RangeText<V>> between(String text, Function<String, Optional<Span<V>>> value) {
        Matcher between = BETWEEN.matcher(text);
        if (!between.matches()) {
            return Optional.empty();
        }
        Optional<V> from = value.apply(between.group(1)).map(Span::first);
        Optional<V> to = value.apply(between.group(2)).map(Span::last);
        boolean read = (from.isPresent() || between.group(1).isEmpty()) && (to.isPresent() || between.group(2).isEmpty())
                && (from.isPresent() || to.isPresent());
        return read ? Optional.of(new RangeText<>(from, to)) : Optional.empty();
    }
}
