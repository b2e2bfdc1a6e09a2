package org.zaledje.platform.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * What one currency was worth in another on a day.
 *
 * @param day    the day it was set for
 * @param base   the currency of which one unit is priced; EUR for the European Central Bank's
 * @param quote  the currency of the price, another one
 * @param rate   units of {@code quote} for one unit of {@code base}; above zero, at most {@value #INTEGER_DIGITS_MAX} digits
 *               before and {@value #DECIMALS_MAX} after the decimal point, without trailing zeros
 * @param source who set it, 1 to {@value #SOURCE_LENGTH_MAX} characters, for example {@code ECB}
 */
public record ExchangeRate(LocalDate day, Currency base, Currency quote, BigDecimal rate, String source) {

    /** Most digits before the decimal point of a rate. */
    public static final int INTEGER_DIGITS_MAX = 10;

    /** Most digits after the decimal point of a rate. */
    public static final int DECIMALS_MAX = 10;

    /** Longest name of a source, in characters. */
    public static final int SOURCE_LENGTH_MAX = 20;

    /** The source of the European Central Bank's euro foreign exchange reference rates. */
    public static final String ECB = "ECB";

    public ExchangeRate {
        Objects.requireNonNull(day);
        if (base.equals(quote)) {
            throw new IllegalArgumentException("a rate of " + base + " in itself");
        }
        if (rate.signum() <= 0 || rate.scale() > DECIMALS_MAX + 50) {
            throw new IllegalArgumentException("a rate must be above zero");
        }
        rate = rate.stripTrailingZeros();
        rate = rate.scale() < 0 ? rate.setScale(0) : rate;
        if (rate.scale() > DECIMALS_MAX || rate.precision() - rate.scale() > INTEGER_DIGITS_MAX) {
            throw new IllegalArgumentException("a rate of too many digits");
        }
        if (source.isBlank() || source.length() > SOURCE_LENGTH_MAX) {
            throw new IllegalArgumentException("a rate's source must have 1 to " + SOURCE_LENGTH_MAX + " characters");
        }
    }
}
