package org.zaledje.platform.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void anAmountHasTheDecimalsOfItsCurrency() {
        assertEquals(euro("1"), euro("1.00"));
        assertEquals("1.00 EUR", euro("1.0").toString());
        assertEquals("5 JPY", new Money(new BigDecimal("5.0"), JPY).toString());
        assertThrows(ArithmeticException.class, () -> euro("1.001"));
        assertThrows(ArithmeticException.class, () -> euro("1e15"));
        assertThrows(ArithmeticException.class, () -> euro("1e999999999"));
        assertEquals(Money.zero(EUR), euro("0e999999999"));
    }

    @Test
    void amountsOfDifferentCurrenciesAreNeverMixed() {
        Money yen = new Money(BigDecimal.ONE, JPY);
        assertThrows(IllegalArgumentException.class, () -> euro("1").plus(yen));
        assertThrows(IllegalArgumentException.class, () -> euro("1").minus(yen));
        assertThrows(IllegalArgumentException.class, () -> euro("1").compareTo(yen));
    }

    @Test
    void partsAddUpToTheWholeAndAreWithinACentOfTheirShare() {
        assertEquals(List.of(euro("0.34"), euro("0.33"), euro("0.33")), euro("1").allocate(
                List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)));
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Money whole = new Money(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 2), EUR);
            List<BigDecimal> weights = new ArrayList<>(List.of(BigDecimal.ONE));
            for (int part = random.nextInt(12); part > 0; part--) {
                weights.add(BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(4)));
            }
            List<Money> parts = whole.allocate(weights);
            assertEquals(whole, parts.stream().reduce(Money.zero(EUR), Money::plus));
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int part = 0; part < parts.size(); part++) {
                BigDecimal share = whole.amount().multiply(weights.get(part))
                        .divide(sum, 20, java.math.RoundingMode.HALF_EVEN);
                assertTrue(parts.get(part).amount().subtract(share).abs().compareTo(new BigDecimal("0.01")) <= 0);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> euro("1").allocate(List.of(BigDecimal.ZERO)));
        assertThrows(IllegalArgumentException.class, () -> euro("1").allocate(List.of(BigDecimal.ONE, BigDecimal.valueOf(-1))));
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }
}
