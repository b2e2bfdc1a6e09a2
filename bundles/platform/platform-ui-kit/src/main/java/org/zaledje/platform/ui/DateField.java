package org.zaledje.platform.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zaledje.platform.text.LocalizedText;

/**
 * A field for a day, in the reader's language: Slovenian {@code 31. 1. 2026}, English {@code 2026-01-31}; both take
 * either.
 */
public final class DateField extends DatePicker {

    private static final long serialVersionUID = 1L;

    /** @param label what day it is; not null */
    public DateField(LocalizedText label) {
        super(Language.tell(label));
        Locale locale = Language.current();
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        setI18n(new DatePickerI18n()
                .setDateFormats(KitTexts.tell("datefield.format"), "d. M. yyyy", "d.M.yyyy", "yyyy-MM-dd")
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setMonthNames(List.of(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setToday(KitTexts.tell("datefield.today"))
                .setCancel(KitTexts.tell("cancel")));
    }
}
