package org.zaledje.platform.calendar.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zaledje.platform.calendar.WorkingTime;
import org.zaledje.platform.calendar.WorkingWeek;

/** A working week as a table keeps it: {@code MONDAY 08:00-12:00 13:00-16:00;TUESDAY 08:00-16:00}. */
final class WeekText {

    private WeekText() {
    }

    static String of(WorkingWeek week) {
        return week.days().entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().stream()
                        .map(time -> time.from() + "-" + time.to()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    static WorkingWeek parse(String text) {
        Map<DayOfWeek, List<WorkingTime>> days = new EnumMap<>(DayOfWeek.class);
        for (String day : text.split(";")) {
            String[] parts = day.split(" ");
            days.put(DayOfWeek.valueOf(parts[0]),
                    Arrays.stream(parts).skip(1).map(WeekText::time).toList());
        }
        return new WorkingWeek(days);
    }

    private static WorkingTime time(String text) {
        String[] ends = text.split("-");
        return new WorkingTime(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
