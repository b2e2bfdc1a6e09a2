package org.zaledje.platform.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.text.LocalizedText;

class WorkCalendarTest {

    private static final ZoneId LJUBLJANA = ZoneId.of("Europe/Ljubljana");
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private final WorkCalendar office = new WorkCalendar(LJUBLJANA, WorkingWeek.USUAL, year -> free(MAY_DAY, year));

    private final WorkCalendar roundTheClock = new WorkCalendar(LJUBLJANA, new WorkingWeek(everyDay(
            new WorkingTime(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))), year -> Map.of());

    @Test
    void aHolidayAndTheWeekendAreNoWorkingDays() {
        assertFalse(office.isWorkingDay(MAY_DAY));
        assertFalse(office.isWorkingDay(LocalDate.of(2026, 5, 2)));
        assertTrue(office.isWorkingDay(LocalDate.of(2026, 5, 4)));
        assertEquals(LocalDate.of(2026, 5, 4), office.plusWorkingDays(LocalDate.of(2026, 4, 30), 1));
        assertEquals(LocalDate.of(2026, 4, 30), office.plusWorkingDays(LocalDate.of(2026, 5, 4), -1));
        assertEquals(LocalDate.of(2026, 5, 4), office.plusWorkingDays(MAY_DAY, 0));
        assertEquals(4, office.workingDaysBetween(LocalDate.of(2026, 4, 27), LocalDate.of(2026, 5, 4)));
    }

    @Test
    void workingTimeEndsAtTheEndOfTheDayAndGoesOnOnTheNextWorkingDay() {
        Instant threeOnThursday = at(2026, 4, 30, 15, 0);
        assertEquals(at(2026, 5, 4, 9, 0), office.plusWorkingTime(threeOnThursday, Duration.ofHours(2)));
        assertEquals(Duration.ofHours(2), office.workingTimeBetween(threeOnThursday, at(2026, 5, 4, 9, 0)));
        assertEquals(Duration.ofHours(-2), office.workingTimeBetween(at(2026, 5, 4, 9, 0), threeOnThursday));
        assertTrue(office.isWorkingTime(threeOnThursday));
        assertFalse(office.isWorkingTime(at(2026, 4, 30, 16, 0)));
    }

    @Test
    void daysOnWhichTheClocksChangeHaveTwentyThreeAndTwentyFiveHours() {
        assertEquals(Duration.ofHours(23), roundTheClock.workingTimeBetween(at(2026, 3, 29, 0, 0), at(2026, 3, 30, 0, 0)));
        assertEquals(Duration.ofHours(25), roundTheClock.workingTimeBetween(at(2026, 10, 25, 0, 0), at(2026, 10, 26, 0, 0)));
    }

    @Test
    void workingTimeThatTheClocksSkipIsNone() {
        WorkCalendar night = new WorkCalendar(LJUBLJANA, new WorkingWeek(everyDay(
                new WorkingTime(LocalTime.of(2, 0), LocalTime.of(3, 0)))), year -> Map.of());
        assertEquals(Duration.ZERO, night.workingTimeBetween(at(2026, 3, 29, 0, 0), at(2026, 3, 29, 12, 0)));
        assertEquals(Duration.ofHours(1), night.workingTimeBetween(at(2026, 3, 30, 0, 0), at(2026, 3, 30, 12, 0)));
    }

    @Test
    void whateverTimeIsAddedHasPassedThenAndMoreTimeIsNeverEarlier() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            WorkCalendar calendar = random(random);
            Instant from = Instant.ofEpochSecond(1_735_689_600L + random.nextInt(3 * 365 * 86_400));
            Duration time = Duration.ofSeconds(random.nextInt(400_000));
            Instant reached = calendar.plusWorkingTime(from, time);
            assertEquals(time, calendar.workingTimeBetween(from, reached), () -> from + " plus " + time);
            assertFalse(calendar.plusWorkingTime(from, time.plusSeconds(1)).isBefore(reached));
            Instant between = from.plusSeconds(random.nextInt(1_000_000));
            Instant later = between.plusSeconds(random.nextInt(1_000_000));
            assertEquals(calendar.workingTimeBetween(from, later),
                    calendar.workingTimeBetween(from, between).plus(calendar.workingTimeBetween(between, later)));
        }
    }

    @Test
    void aCalendarWithoutWorkingTimeSaysSoInsteadOfSearchingForEver() {
        WorkCalendar never = new WorkCalendar(LJUBLJANA, WorkingWeek.USUAL, year -> {
            Map<LocalDate, FreeDay> days = new HashMap<>();
            LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(day -> days.putAll(free(day, year)));
            return days;
        });
        assertThrows(ArithmeticException.class, () -> never.plusWorkingTime(Instant.EPOCH, Duration.ofHours(1)));
        assertThrows(ArithmeticException.class, () -> never.plusWorkingDays(MAY_DAY, 1));
    }

    @Test
    void aWeekOfOverlappingOrNoWorkingTimesIsRefused() {
        WorkingTime morning = new WorkingTime(LocalTime.of(8, 0), LocalTime.of(12, 0));
        WorkingTime noon = new WorkingTime(LocalTime.of(11, 0), LocalTime.of(13, 0));
        assertThrows(IllegalArgumentException.class, () -> new WorkingWeek(Map.of(DayOfWeek.MONDAY, List.of(noon, morning))));
        assertThrows(IllegalArgumentException.class, () -> new WorkingWeek(Map.of(DayOfWeek.MONDAY, List.of())));
        assertThrows(IllegalArgumentException.class, () -> new WorkingTime(LocalTime.of(9, 0), LocalTime.of(9, 0)));
    }

    private static WorkCalendar random(Random random) {
        Map<DayOfWeek, List<WorkingTime>> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.WEDNESDAY || random.nextInt(4) > 0) {
                LocalTime from = LocalTime.of(random.nextInt(12), random.nextInt(60));
                LocalTime pause = from.plusMinutes(1 + random.nextInt(300));
                WorkingTime afternoon = new WorkingTime(pause.plusMinutes(random.nextInt(60)),
                        random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(23, 59));
                days.put(day, List.of(new WorkingTime(from, pause), afternoon));
            }
        }
        int free = random.nextInt(28) + 1;
        return new WorkCalendar(LJUBLJANA, new WorkingWeek(days), year -> free(LocalDate.of(year, 3, free), year));
    }

    private static Map<DayOfWeek, List<WorkingTime>> everyDay(WorkingTime time) {
        Map<DayOfWeek, List<WorkingTime>> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(time));
        }
        return days;
    }

    private static Map<LocalDate, FreeDay> free(LocalDate day, int year) {
        return day.getYear() == year
                ? Map.of(day, new FreeDay(day, FreeDay.Kind.COMPANY, LocalizedText.verbatim("free"))) : Map.of();
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute).atZone(LJUBLJANA).toInstant();
    }
}
