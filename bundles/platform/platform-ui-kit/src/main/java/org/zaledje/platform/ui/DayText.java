package org.zaledje.platform.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaledje.platform.ui.RangeText.Span;

/** Reads days, months and years as people type them: {@code 31. 1. 2026}, {@code 2026-01-31}, {@code 1. 2026}, {@code 2026}. */
final class DayText {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:(\\d{1,2})\\.\\s*)?(\\d{1,2})\\.\\s*)?(\\d{4})");

    private DayText() {
    }

    /** The days that {@code text} stands for. */
    static Optional<Span<LocalDate>> read(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return span(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dotted = DOTTED.matcher(text.strip());
        return dotted.matches() ? span(dotted.group(3), dotted.group(2), dotted.group(1)) : Optional.empty();
    }

    private static Optional<Span<LocalDate>> span(String year, String month, String day) {
        try {
            int inYear = Integer.parseInt(year);
            if (month == null) {
                return Optional.of(new Span<>(LocalDate.of(inYear, 1, 1), LocalDate.of(inYear, 12, 31)));
            }
            YearMonth inMonth = YearMonth.of(inYear, Integer.parseInt(month));
            return Optional.of(day == null ? new Span<>(inMonth.atDay(1), inMonth.atEndOfMonth())
                    : new Span<>(inMonth.atDay(Integer.parseInt(day)), inMonth.atDay(Integer.parseInt(day))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
