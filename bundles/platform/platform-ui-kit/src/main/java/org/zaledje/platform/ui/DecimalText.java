package org.zaledje.platform.ui;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers as people type and paste them.
 *
 * <p>The last point or comma is the decimal mark, unless it can only group thousands: it occurs several times, or it
 * is the language's grouping mark with exactly three digits behind it. So {@code 1.234,50}, {@code 1234.50} and {@code
 * 1 234,5} are understood in every language, while {@code 1.234} is a thousand in Slovenian and a fraction in English.
 */
final class DecimalText {

    /** More than any amount needs; keeps pasted text from being worked on for long. */
    static final int LENGTH_MAX = 40;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f'’]");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{3})+");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+|\\d+[.,]\\d+|[.,]\\d+)");

    private DecimalText() {
    }

    /** The number that {@code text} tells, or empty when it tells none. */
    static Optional<BigDecimal> read(String text, Locale locale) {
        String typed = SPACES.matcher(text).replaceAll("").replace('−', '-');
        if (typed.isEmpty() || typed.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        int mark = decimalMark(typed, locale);
        String whole = mark < 0 ? typed : typed.substring(0, mark);
        if (GROUPED.matcher(whole).matches()) {
            whole = whole.replaceAll("[.,]", "");
        }
        String number = mark < 0 ? whole : whole + '.' + typed.substring(mark + 1);
        return NUMBER.matcher(number).matches() ? Optional.of(new BigDecimal(number)) : Optional.empty();
    }

    private static int decimalMark(String typed, Locale locale) {
        int last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        char mark = typed.charAt(last);
        boolean repeated = typed.indexOf(mark) != last;
        boolean groups = mark == DecimalFormatSymbols.getInstance(locale).getGroupingSeparator()
                && GROUPED.matcher(typed).matches();
        return repeated || groups ? -1 : last;
    }
}
