package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = ';', value = {
        "1234;sl;1234", "0;en;0", "-12,5;sl;-12.5", "-12.5;en;-12.5", "−3;sl;-3", ",5;sl;0.5",
        "1.234,50;sl;1234.50", "1.234,50;en;1234.50", "1,234.50;en;1234.50", "1,234.50;sl;1234.50",
        "1234.50;sl;1234.50", "1234,50;en;1234.50", "1 234,5;sl;1234.5", "1'234.5;en;1234.5",
        "1.234;sl;1234", "1.234;en;1.234", "1,234;en;1234", "1,234;sl;1.234",
        "1.234.567;en;1234567", "1.234.567,89;sl;1234567.89", "12.34;sl;12.34"
    })
    void readsWhatPeopleType(String typed, Locale locale, BigDecimal number) {
        assertThat(DecimalText.read(typed, locale)).hasValueSatisfying(read -> assertThat(read).isEqualTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "abc", "12a", "1e5", "1,2,3", "12.34.56", "1..2", ",", "0x1F", "--1", "1-"})
    void takesNothingElseForANumber(String typed) {
        assertThat(DecimalText.read(typed, Locale.ENGLISH)).isEmpty();
        assertThat(DecimalText.read(typed, new Locale("sl"))).isEmpty();
    }

    @Test
    void refusesTextLongerThanAnyAmount() {
        assertThat(DecimalText.read("9".repeat(DecimalText.LENGTH_MAX), Locale.ENGLISH)).isPresent();
        assertThat(DecimalText.read("9".repeat(DecimalText.LENGTH_MAX + 1), Locale.ENGLISH)).isEmpty();
        assertThat(DecimalText.read("1,".repeat(100_000), Locale.ENGLISH)).isEmpty();
    }
}
