package org.zaledje.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When people work: an ordinary week, less free days, in one time zone. Counts with real time, so that an hour that is
 * skipped or repeated at a change of the clocks counts as nothing or twice. Immutable and thread-safe when its free days are.
 */
public final class WorkCalendar {

    /** How far ahead working time is looked for, in days: further is a calendar in which nearly every day is free. */
    private static final int DAYS_MAX = 40_000;

    private final ZoneId zone;
    private final WorkingWeek week;
    private final FreeDays freeDays;

    /**
     * A calendar.
     *
     * @param zone     where its days begin and end
     * @param week     the ordinary week
     * @param freeDays days without work
     */
    public WorkCalendar(ZoneId zone, WorkingWeek week, FreeDays freeDays) {
        this.zone = Objects.requireNonNull(zone);
        this.week = Objects.requireNonNull(week);
        this.freeDays = Objects.requireNonNull(freeDays);
    }

    /** Where its days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** The ordinary week. */
    public WorkingWeek week() {
        return week;
    }

    /** The free days of a year, in their order. */
    public List<FreeDay> freeDays(int year) {
        return freeDays.in(year).values().stream()
                .sorted((one, other) -> one.day().compareTo(other.day())).toList();
    }

    /** Why this day is free though its weekday may not be; empty when it is no free day. */
    public Optional<FreeDay> freeDay(LocalDate day) {
        return Optional.ofNullable(freeDays.in(day.getYear()).get(day));
    }

    /** Whether people work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        return !week.on(day.getDayOfWeek()).isEmpty() && freeDay(day).isEmpty();
    }

    /**
     * Moves over working days.
     *
     * @param day  where to begin, a working day or not
     * @param days how many working days further, negative for backwards; 0 is the day itself when people work on it, else
     *             the next working day
     */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        if (days == 0) {
            return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
        }
        int step = Integer.signum(days);
        LocalDate reached = day;
        int left = Math.abs(days);
        for (int walked = 0; left > 0; walked++) {
            if (walked > DAYS_MAX) {
                throw new ArithmeticException("no working day within " + DAYS_MAX + " days of " + day);
            }
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days there are from {@code from} to the day before {@code until}; 0 when that is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate until) {
        return (int) from.datesUntil(until.isBefore(from) ? from : until).filter(this::isWorkingDay).count();
    }

    /** The working time between two instants; negative when {@code until} is before {@code from}. */
    public Duration workingTimeBetween(Instant from, Instant until) {
        if (until.isBefore(from)) {
            return workingTimeBetween(until, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                sum = sum.plus(stretch.within(from, until));
            }
        }
        return sum;
    }

    /**
     * The instant at which so much working time will have passed, the earliest there is; for none, {@code from} itself.
     *
     * @param time not negative
     * @throws ArithmeticException when the calendar has so much working time only after more than a hundred years
     */
    public Instant plusWorkingTime(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative working time: " + time);
        }
        if (time.isZero()) {
            return from;
        }
        Duration left = time;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int walked = 0; walked <= DAYS_MAX; walked++) {
            for (Stretch stretch : stretches(day)) {
                Duration available = stretch.within(from, Instant.MAX);
                if (available.compareTo(left) >= 0) {
                    return stretch.startingNotBefore(from).plus(left);
                }
                left = left.minus(available);
            }
            day = day.plusDays(1);
        }
        throw new ArithmeticException("no " + time + " of working time within " + DAYS_MAX + " days of " + from);
    }

    /** Whether people work at this instant. */
    public boolean isWorkingTime(Instant instant) {
        return stretches(LocalDate.ofInstant(instant, zone)).stream()
                .anyMatch(stretch -> !instant.isBefore(stretch.start) && instant.isBefore(stretch.end));
    }

    private List<Stretch> stretches(LocalDate day) {
        if (!isWorkingDay(day)) {
            return List.of();
        }
        return week.on(day.getDayOfWeek()).stream().map(time -> new Stretch(
                day.atTime(time.from()).atZone(zone).toInstant(),
                time.to().equals(LocalTime.MIDNIGHT)
                        ? day.plusDays(1).atStartOfDay(zone).toInstant()
                        : day.atTime(time.to()).atZone(zone).toInstant())).toList();
    }

    /** Working time as it really passes; of no length when the clocks skip it. */
    private record Stretch(Instant start, Instant end) {

        Instant startingNotBefore(Instant from) {
            return start.isBefore(from) ? from : start;
        }

        Duration within(Instant from, Instant until) {
            Duration length = Duration.between(startingNotBefore(from), end.isBefore(until) ? end : until);
            return length.isNegative() ? Duration.ZERO : length;
        }
    }
}
