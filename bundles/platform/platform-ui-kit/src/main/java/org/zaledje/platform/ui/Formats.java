package org.zaledje.platform.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Dates, numbers and amounts as readers of one language write them. Never hides digits that a value has. Immutable. */
public final class Formats {

    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final Locale locale;

    private Formats(Locale locale) {
        this.locale = locale;
    }

    /** The formats of a language. */
    public static Formats of(Locale locale) {
        return new Formats(locale);
    }

    /** The formats of the language that the current tab is in. */
    public static Formats current() {
        return of(Language.current());
    }

    /** An amount with its currency, at least with the currency's decimals, for example {@code 1.234,50 €}. */
    public String amount(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return decimals(format, amount, Math.max(currency.getDefaultFractionDigits(), 0)).format(amount);
    }

    /** An amount without its currency, where that stands elsewhere, for example {@code 1.234,50}. */
    public String plainAmount(BigDecimal amount, Currency currency) {
        int least = Math.max(currency.getDefaultFractionDigits(), 0);
        return decimals(NumberFormat.getNumberInstance(locale), amount, least).format(amount);
    }

    /** A number with the decimals that it has, without trailing zeros. */
    public String number(BigDecimal number) {
        return decimals(NumberFormat.getNumberInstance(locale), number, 0).format(number);
    }

    /** A day, for example {@code 31 Jan 2026} or {@code 31. 1. 2026}. */
    public String date(LocalDate date) {
        return formatter("format.date").format(date);
    }

    /** A moment in the time zone of the server, to the minute. */
    public String moment(Instant moment) {
        return formatter("format.moment").format(moment.atZone(ZONE));
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(KitTexts.text(key).in(locale), locale);
    }

    private static NumberFormat decimals(NumberFormat format, BigDecimal value, int least) {
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(Math.max(least, value.stripTrailingZeros().scale()));
        return format;
    }
}
