package org.zaledje.platform.job;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/** When a job runs by itself. Immutable. */
public sealed interface JobSchedule {

    /**
     * At the times of a cron expression. A time that the clocks leave out in spring is made up for as much later as they
     * are set on; one that comes twice in autumn counts once. An expression whose hour is {@code *} follows real time
     * instead: it leaves nothing out, and runs through the hour that comes twice both times.
     *
     * @param expression five fields as in Unix: minute, hour, day of month, month, day of week (0 or 7 is Sunday)
     * @param zone       whose clocks are meant
     */
    record Cron(String expression, ZoneId zone) implements JobSchedule {
        public Cron {
            Objects.requireNonNull(expression);
            Objects.requireNonNull(zone);
        }
    }

    /**
     * Again and again, at the multiples of the interval since 1970-01-01T00:00Z.
     *
     * @param interval from a second to 366 days
     */
    record Interval(Duration interval) implements JobSchedule {
        public Interval {
            if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(Duration.ofDays(366)) > 0) {
                throw new IllegalArgumentException("an interval is from a second to 366 days: " + interval);
            }
        }
    }

    /** Only when somebody starts it. */
    record ByHand() implements JobSchedule {
    }

    /** At the times of a Unix cron expression in a time zone; see {@link Cron}. */
    static JobSchedule cron(String expression, ZoneId zone) {
        return new Cron(expression, zone);
    }

    /** Every day at a time, to the minute, by the clocks of a zone. */
    static JobSchedule daily(LocalTime time, ZoneId zone) {
        return new Cron(time.getMinute() + " " + time.getHour() + " * * *", zone);
    }

    /** Every day at a time, to the minute, by the server's clock. */
    static JobSchedule daily(LocalTime time) {
        return daily(time, ZoneId.systemDefault());
    }

    /** Again and again, from every second to every 366 days; see {@link Interval}. */
    static JobSchedule every(Duration interval) {
        return new Interval(interval);
    }

    /** Only when somebody starts it. */
    static JobSchedule byHand() {
        return new ByHand();
    }
}
