package org.zaledje.accounting.internal.books;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;

/** Arithmetic of amounts. Nothing is ever rounded here. */
public final class Money {

    /** Digits before the decimal point that the tables hold. */
    private static final int INTEGER_DIGITS_MAX = 15;

    private Money() {
    }

    /** The same amount with at least as many decimals as the currency has. */
    public static BigDecimal scaled(BigDecimal amount, Currency currency) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount;
        return plain.setScale(Math.max(decimals(plain), currency.getDefaultFractionDigits()));
    }

    /** Whether the amount has no more decimals than the currency. Safe for any exponent. */
    public static boolean fits(BigDecimal amount, Currency currency) {
        return decimals(amount) <= Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Whether the amount has more digits before the decimal point than can be kept. Safe for any exponent. */
    public static boolean isTooLarge(BigDecimal amount) {
        return amount.signum() != 0 && (long) amount.precision() - amount.scale() > INTEGER_DIGITS_MAX;
    }

    /** The sum. A zero with an absurd exponent does no harm. */
    public static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.filter(amount -> amount.signum() != 0).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int decimals(BigDecimal amount) {
        return amount.signum() == 0 ? 0 : Math.max(0, amount.stripTrailingZeros().scale());
    }
}
