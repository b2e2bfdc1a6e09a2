package org.zaledje.platform.calendar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.calendar.FreeDay;

class PublicHolidaysTest {

    private final PublicHolidays holidays = new PublicHolidays();

    /** The days off in the Public Holidays and Days Off Act (Uradni list RS 112/05, last changed 2016), with Easter by computation. */
    @ParameterizedTest
    @CsvSource({"2024,2024-03-31,2024-05-19", "2025,2025-04-20,2025-06-08", "2026,2026-04-05,2026-05-24", "2027,2027-03-28,2027-05-16"})
    void slovenianDaysOffAreThoseOfTheLaw(int year, LocalDate easter, LocalDate pentecost) {
        TreeSet<LocalDate> law = Arrays.stream(
                        "01-01 01-02 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26".split(" "))
                .map(day -> LocalDate.parse(year + "-" + day)).collect(Collectors.toCollection(TreeSet::new));
        law.add(easter);
        law.add(easter.plusDays(1));
        law.add(pentecost);
        assertEquals(law, new TreeSet<>(holidays.in("SI", Optional.empty(), year).keySet()));
    }

    @Test
    void everySlovenianHolidayHasItsNameInBothLanguages() {
        for (FreeDay day : holidays.in("SI", Optional.empty(), 2026).values()) {
            String slovenian = day.name().in(new Locale("sl"));
            assertFalse(slovenian.startsWith("holiday."), slovenian);
            assertFalse(slovenian.equals(day.name().in(Locale.ENGLISH)), slovenian);
        }
        assertEquals("Prešernov dan", holidays.in("SI", Optional.empty(), 2026).get(LocalDate.of(2026, 2, 8)).name().in(new Locale("sl")));
    }

    @Test
    void aRegionHasItsOwnHolidaysBesideThoseOfItsCountry() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertFalse(holidays.in("DE", Optional.empty(), 2026).containsKey(epiphany));
        assertTrue(holidays.in("DE", Optional.of("by"), 2026).containsKey(epiphany));
        assertTrue(holidays.knows("DE", Optional.of("by")));
        assertFalse(holidays.knows("DE", Optional.of("xx")));
        assertFalse(holidays.knows("ZZ", Optional.empty()));
    }
}
