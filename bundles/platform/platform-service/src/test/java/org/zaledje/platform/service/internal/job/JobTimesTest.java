package org.zaledje.platform.service.internal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.job.JobSchedule;

class JobTimesTest {

    private static final ZoneId LJUBLJANA = ZoneId.of("Europe/Ljubljana");

    @Test
    void aTimeThatSummerTimeLeavesOutIsMadeUpForOnce() {
        assertEquals(List.of("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
                times(JobSchedule.daily(LocalTime.of(2, 30), LJUBLJANA), "2026-03-27T12:00:00Z", 3));
    }

    @Test
    void aTimeThatComesTwiceWhenSummerTimeEndsCountsOnce() {
        assertEquals(List.of("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
                times(JobSchedule.daily(LocalTime.of(2, 30), LJUBLJANA), "2026-10-23T12:00:00Z", 3));
    }

    @Test
    void everyHalfHourFollowsRealTimeThroughBothSwitches() {
        JobSchedule schedule = JobSchedule.cron("*/30 * * * *", LJUBLJANA);
        assertEquals(List.of("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z",
                "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"), times(schedule, "2026-10-24T23:45:00Z", 5));
        assertEquals(List.of("2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"),
                times(schedule, "2026-03-29T00:10:00Z", 3));
    }

    @Test
    void daysOfTheWeekAndMonthAreThoseOfTheZone() {
        assertEquals(List.of("2026-01-31T22:15:00Z", "2026-02-28T22:15:00Z"),
                times(JobSchedule.cron("15 23 28-31 1,2 6", LJUBLJANA), "2026-01-31T20:00:00Z", 12).stream()
                        .filter(time -> time.equals("2026-01-31T22:15:00Z") || time.equals("2026-02-28T22:15:00Z")).toList());
    }

    @Test
    void intervalsAreTheSameOnEveryNode() {
        assertEquals(List.of("2026-01-01T00:00:10Z", "2026-01-01T00:00:20Z"),
                times(JobSchedule.every(Duration.ofSeconds(10)), "2026-01-01T00:00:03.5Z", 2));
    }

    @Test
    void whatIsByHandHasNoTimeAndWhatCantBeReadIsRefused() {
        assertEquals(Optional.empty(), JobTimes.of(JobSchedule.byHand()).after(Instant.EPOCH));
        for (String expression : List.of("", "* *", "61 * * * *", "a b c d e", "* * * * * *")) {
            assertThrows(IllegalArgumentException.class, () -> JobTimes.of(JobSchedule.cron(expression, LJUBLJANA)));
        }
        assertThrows(IllegalArgumentException.class, () -> JobSchedule.every(Duration.ofMillis(10)));
    }

    private static List<String> times(JobSchedule schedule, String after, int count) {
        JobTimes times = JobTimes.of(schedule);
        List<String> found = new ArrayList<>();
        Instant moment = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            moment = times.after(moment).orElseThrow();
            found.add(moment.toString());
        }
        return found;
    }
}
