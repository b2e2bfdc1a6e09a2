package org.zaledje.platform.admin.internal.calendar;

import static org.zaledje.platform.admin.internal.calendar.CalendarViews.TEXTS;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zaledje.platform.calendar.WorkingTime;
import org.zaledje.platform.calendar.WorkingWeek;
import org.zaledje.platform.ui.Language;

/** Working times as people write them, one line for each weekday: {@code 08:00-12:00, 13:00-16:00}. */
final class WeekFields extends FormLayout {

    private static final long serialVersionUID = 1L;

    private final Map<DayOfWeek, TextField> fields = new EnumMap<>(DayOfWeek.class);

    WeekFields(WorkingWeek week) {
        for (DayOfWeek day : DayOfWeek.values()) {
            TextField field = new TextField(day.getDisplayName(TextStyle.FULL_STANDALONE, Language.current()));
            field.setValue(week.on(day).stream().map(time -> time.from() + "-" + time.to()).collect(Collectors.joining(", ")));
            field.setPlaceholder(Language.tell(TEXTS.text("week.free")));
            field.setMaxLength(200);
            field.setId("week-" + day.name().toLowerCase(java.util.Locale.ROOT));
            fields.put(day, field);
            add(field);
        }
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("30rem", 2), new ResponsiveStep("60rem", 4));
    }

    /** The week as written; empty, with the fields marked, when it can't be read or no one works in it. */
    Optional<WorkingWeek> week() {
        Map<DayOfWeek, List<WorkingTime>> days = new EnumMap<>(DayOfWeek.class);
        boolean valid = true;
        for (Map.Entry<DayOfWeek, TextField> entry : fields.entrySet()) {
            Optional<List<WorkingTime>> times = times(entry.getValue().getValue());
            entry.getValue().setInvalid(times.isEmpty());
            entry.getValue().setErrorMessage(Language.tell(TEXTS.text("week.invalid")));
            valid &= times.isPresent();
            times.ifPresent(read -> days.put(entry.getKey(), read));
        }
        return valid ? week(days) : Optional.empty();
    }

    private Optional<WorkingWeek> week(Map<DayOfWeek, List<WorkingTime>> days) {
        try {
            return Optional.of(new WorkingWeek(days));
        } catch (IllegalArgumentException e) {
            fields.values().forEach(field -> {
                field.setInvalid(true);
                field.setErrorMessage(Language.tell(TEXTS.text("week.empty")));
            });
            return Optional.empty();
        }
    }

    private static Optional<List<WorkingTime>> times(String text) {
        try {
            List<WorkingTime> times = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty())
                    .map(WeekFields::time).toList();
            new WorkingWeek(Map.of(DayOfWeek.MONDAY, times.isEmpty() ? WorkingWeek.USUAL.on(DayOfWeek.MONDAY) : times));
            return Optional.of(times);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static WorkingTime time(String text) {
        String[] ends = text.split("\\s*[-–]\\s*");
        if (ends.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return new WorkingTime(clock(ends[0]), clock(ends[1]));
    }

    private static LocalTime clock(String text) {
        String full = text.contains(":") ? text : text + ":00";
        String padded = full.indexOf(':') == 1 ? "0" + full : full;
        return padded.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(padded);
    }
}
