package org.zaledje.platform.calendar;

import java.time.LocalTime;

/**
 * A stretch of a day in which people work, without a break.
 *
 * @param from when it begins
 * @param to   when it ends, after {@code from}; {@link LocalTime#MIDNIGHT} is the end of the day
 */
public record WorkingTime(LocalTime from, LocalTime to) implements Comparable<WorkingTime> {

    public WorkingTime {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("working time must end after it begins: " + from + " to " + to);
        }
    }

    boolean overlaps(WorkingTime later) {
        return to.equals(LocalTime.MIDNIGHT) || later.from.isBefore(to);
    }

    @Override
    public int compareTo(WorkingTime other) {
        return from.compareTo(other.from);
    }
}
