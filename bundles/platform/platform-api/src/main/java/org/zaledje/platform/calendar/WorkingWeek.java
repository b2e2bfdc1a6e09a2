package org.zaledje.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When people work in an ordinary week.
 *
 * @param days the working times of each weekday, in their order and apart from each other; a day that is absent is free.
 *             At least one day has some.
 */
public record WorkingWeek(Map<DayOfWeek, List<WorkingTime>> days) {

    /** Most stretches of working time in a day. */
    public static final int TIMES_A_DAY_MAX = 10;

    /** Monday to Friday, eight to four. */
    public static final WorkingWeek USUAL = new WorkingWeek(usual());

    public WorkingWeek {
        Map<DayOfWeek, List<WorkingTime>> checked = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, times) -> {
            List<WorkingTime> sorted = times.stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                    throw new IllegalArgumentException("working times overlap on " + day);
                }
            }
            if (sorted.size() > TIMES_A_DAY_MAX) {
                throw new IllegalArgumentException("too many working times on " + day);
            }
            if (!sorted.isEmpty()) {
                checked.put(day, sorted);
            }
        });
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("a week without any working time");
        }
        days = Collections.unmodifiableMap(checked);
    }

    /** The working times of a weekday, in their order; empty when it is free. */
    public List<WorkingTime> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static Map<DayOfWeek, List<WorkingTime>> usual() {
        Map<DayOfWeek, List<WorkingTime>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                days.put(day, List.of(new WorkingTime(LocalTime.of(8, 0), LocalTime.of(16, 0))));
            }
        }
        return days;
    }
}
