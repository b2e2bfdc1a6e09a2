package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    private final Formats slovenian = Formats.of(new Locale("sl"));
    private final Formats english = Formats.of(Locale.ENGLISH);

    @Test
    void anAmountHasItsCurrencyAndItsDecimals() {
        assertThat(slovenian.amount(new BigDecimal("1234.5"), EUR)).isEqualTo("1.234,50\u00a0€");
        assertThat(english.amount(new BigDecimal("1234.5"), EUR)).isEqualTo("€1,234.50");
        assertThat(english.plainAmount(new BigDecimal("0"), EUR)).isEqualTo("0.00");
        assertThat(english.plainAmount(new BigDecimal("1500"), JPY)).isEqualTo("1,500");
    }

    @Test
    void noDigitIsHidden() {
        assertThat(english.plainAmount(new BigDecimal("0.12345"), EUR)).isEqualTo("0.12345");
        assertThat(english.plainAmount(new BigDecimal("100.10000"), EUR)).isEqualTo("100.10");
        assertThat(slovenian.number(new BigDecimal("1234.125000")).replace('.', ' ')).isEqualTo("1 234,125");
    }

    @Test
    void anAmountThatIsShownIsReadAsTheSame() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, new Locale("sl")}) {
            for (String amount : new String[] {"0.00", "1.00", "999.99", "1000.00", "1234567.89", "-1234.50"}) {
                String shown = Formats.of(locale).plainAmount(new BigDecimal(amount), EUR);
                assertThat(DecimalText.read(shown, locale)).as("%s in %s", shown, locale)
                        .contains(new BigDecimal(amount));
            }
        }
    }

    @Test
    void aDayIsWrittenInTheOrderOfItsLanguage() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThat(slovenian.date(day)).isEqualTo("31. 1. 2026");
        assertThat(english.date(day)).isEqualTo("31 Jan 2026");
    }
}
