package org.zaledje.platform.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of a series are written: text with {@code {series}}, {@code {year}} and {@code {number}} in it, of which
 * {@code {number:5}} fills up with zeros to five digits (1 to 18). {@code {number}} is there exactly once. Immutable.
 *
 * @param text the pattern, at most {@value #LENGTH_MAX} characters
 */
public record NumberPattern(String text) {

    /** Longest pattern, in characters. */
    public static final int LENGTH_MAX = 100;

    private static final Pattern FIELD = Pattern.compile("\\{(?:(series)|(year)|number(?::(\\d{1,2}))?)}");
    private static final int DIGITS_MAX = 18;

    /** @throws IllegalArgumentException when it can't be read */
    public NumberPattern {
        if (text.length() > LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a pattern has at most " + LENGTH_MAX + " printable characters");
        }
        Matcher field = FIELD.matcher(text);
        int numbers = 0;
        while (field.find()) {
            if (field.group(1) == null && field.group(2) == null) {
                numbers++;
                int digits = field.group(3) == null ? 1 : Integer.parseInt(field.group(3));
                if (digits < 1 || digits > DIGITS_MAX) {
                    throw new IllegalArgumentException("{number:n} has 1 to " + DIGITS_MAX + " digits: " + text);
                }
            }
        }
        String rest = FIELD.matcher(text).replaceAll("");
        if (numbers != 1 || rest.contains("{") || rest.contains("}")) {
            throw new IllegalArgumentException(
                    "a pattern has {number} or {number:n} once, and may have {series} and {year}: " + text);
        }
    }

    /** The number as people write it. */
    public String format(SeriesKey key, long number) {
        return FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(
                field.group(1) != null ? key.series()
                        : field.group(2) != null ? String.valueOf(key.year())
                        : field.group(3) == null ? String.valueOf(number)
                        : String.format(java.util.Locale.ROOT, "%0" + field.group(3) + "d", number)));
    }
}
