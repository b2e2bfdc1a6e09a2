package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31                | 2026-01-31 | 2026-01-31
            31. 1. 2026               | 2026-01-31 | 2026-01-31
            31.1.2026                 | 2026-01-31 | 2026-01-31
            2026-02                   | 2026-02-01 | 2026-02-28
            2. 2026                   | 2026-02-01 | 2026-02-28
            2026                      | 2026-01-01 | 2026-12-31
            1. 1. 2026 – 31. 3. 2026  | 2026-01-01 | 2026-03-31
            2026-01-01 - 2026-03      | 2026-01-01 | 2026-03-31
            2026-01-01..2026-03-31    | 2026-01-01 | 2026-03-31
            2025 – 2026               | 2025-01-01 | 2026-12-31
            >2026-01-31               | 2026-01-31 |
            >= 31. 1. 2026            | 2026-01-31 |
            < 2026                    |            | 2026-12-31
            2026-01-31 –              | 2026-01-31 |
            – 2026-01-31              |            | 2026-01-31
            """)
    void rangesOfDaysAreReadAsPeopleTypeThem(String text, LocalDate from, LocalDate to) {
        assertThat(RangeText.read(text, DayText::read))
                .contains(new RangeText<>(Optional.ofNullable(from), Optional.ofNullable(to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "31. 2. 2026", "2026-13", "–", ">", "2026-01-01 – soon", "1 2026 3", "99999"})
    void whatIsNoRangeIsTold(String text) {
        assertThat(RangeText.read(text, DayText::read)).isEmpty();
    }
}
