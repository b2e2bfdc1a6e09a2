package org.zaledje.platform.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * An exact amount of money.
 *
 * <p>Immutable and thread-safe. Two amounts are equal when amount and currency are; the scale is always that of the
 * currency, so that 1 EUR equals 1.00 EUR. Arithmetic never rounds silently.
 *
 * @param amount   positive, zero or negative; with the currency's decimals, for example 2 for EUR and 0 for JPY
 * @param currency the currency (ISO 4217)
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Most digits before the decimal point. */
    public static final int INTEGER_DIGITS_MAX = 15;

    /**
     * An amount.
     *
     * @throws ArithmeticException when the amount has more decimals than the currency, or more than
     *         {@value #INTEGER_DIGITS_MAX} digits before the decimal point
     */
    public Money {
        Objects.requireNonNull(amount);
        Objects.requireNonNull(currency);
        if ((long) amount.precision() - amount.scale() > INTEGER_DIGITS_MAX && amount.signum() != 0) {
            throw new ArithmeticException("too large an amount of " + currency);
        }
        amount = (amount.signum() == 0 ? BigDecimal.ZERO : amount).setScale(decimals(currency));
    }

    /** An amount, rounded to the currency's decimals. */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(amount.setScale(decimals(currency), rounding), currency);
    }

    /** Nothing. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Decimals of amounts in a currency; 0 for those without, such as gold. */
    public static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** The amount with the other sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /**
     * Parts in proportion to weights, which add up to this amount to the last cent: what rounding leaves over goes to
     * the first parts that have a weight, a cent each.
     *
     * @param weights not negative, at least one above zero
     * @return as many parts as weights, in their order
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights must not be negative, and one must be above zero");
        }
        List<BigDecimal> parts = new ArrayList<>(weights.stream()
                .map(weight -> amount.multiply(weight).divide(whole, amount.scale(), RoundingMode.DOWN)).toList());
        BigDecimal cent = BigDecimal.ONE.movePointLeft(amount.scale()).multiply(BigDecimal.valueOf(amount.signum()));
        BigDecimal left = amount.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        for (int i = 0; left.signum() != 0; i = (i + 1) % parts.size()) {
            if (weights.get(i).signum() > 0) {
                parts.set(i, parts.get(i).add(cent));
                left = left.subtract(cent);
            }
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    /**
     * Compares amounts.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts in " + currency + " and " + other.currency);
        }
        return other;
    }

    /** For example {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
