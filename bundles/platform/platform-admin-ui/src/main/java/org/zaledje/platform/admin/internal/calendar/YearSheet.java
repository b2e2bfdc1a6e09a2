package org.zaledje.platform.admin.internal.calendar;

import static org.zaledje.platform.admin.internal.calendar.CalendarViews.TEXTS;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.calendar.WorkCalendar;
import org.zaledje.platform.ui.Language;

/** The twelve months of a year, with its free days marked. */
final class YearSheet extends Div {

    private static final long serialVersionUID = 1L;

    private final transient WorkCalendar calendar;

    YearSheet(WorkCalendar calendar, int year) {
        this.calendar = calendar;
        getStyle().set("display", "grid").set("align-items", "start").set("gap", "var(--lumo-space-m)")
                .set("grid-template-columns", "repeat(auto-fill, minmax(13.5rem, 1fr))");
        for (Month month : Month.values()) {
            add(month(LocalDate.of(year, month, 1)));
        }
    }

    private HtmlContainer month(LocalDate first) {
        Locale locale = Language.current();
        HtmlContainer caption = element("caption", first.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale));
        caption.getStyle().set("font-weight", "600").set("text-align", "start");
        HtmlContainer weekdays = new HtmlContainer("tr");
        for (DayOfWeek day : DayOfWeek.values()) {
            HtmlContainer cell = element("th", day.getDisplayName(TextStyle.SHORT, locale));
            cell.getElement().setAttribute("scope", "col");
            cell.getStyle().set("font-weight", "400").set("color", "var(--lumo-secondary-text-color)").set("width", "1.8rem");
            weekdays.add(cell);
        }
        HtmlContainer head = new HtmlContainer("thead");
        head.add(weekdays);
        HtmlContainer table = new HtmlContainer("table");
        table.getStyle().set("border-spacing", "1px").set("font-size", "var(--lumo-font-size-s)");
        table.add(caption, head, weeks(first));
        return table;
    }

    private HtmlContainer weeks(LocalDate first) {
        HtmlContainer body = new HtmlContainer("tbody");
        LocalDate day = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        while (day.isBefore(first.plusMonths(1))) {
            HtmlContainer week = new HtmlContainer("tr");
            for (int i = 0; i < DayOfWeek.values().length; i++) {
                week.add(day.getMonth() == first.getMonth() ? cell(day) : new HtmlContainer("td"));
                day = day.plusDays(1);
            }
            body.add(week);
        }
        return body;
    }

    private HtmlContainer cell(LocalDate day) {
        HtmlContainer cell = element("td", Integer.toString(day.getDayOfMonth()));
        cell.getStyle().set("text-align", "end").set("padding", "1px 4px").set("border-radius", "var(--lumo-border-radius-s)");
        calendar.freeDay(day).ifPresentOrElse(free -> mark(cell, free), () -> {
            if (!calendar.isWorkingDay(day)) {
                cell.getStyle().set("color", "var(--lumo-secondary-text-color)").set("background", "var(--lumo-contrast-5pct)");
            }
        });
        return cell;
    }

    private static void mark(HtmlContainer cell, FreeDay free) {
        boolean law = free.kind() == FreeDay.Kind.PUBLIC_HOLIDAY;
        cell.getStyle().set("font-weight", "600")
                .set("background", law ? "var(--lumo-error-color-10pct)" : "var(--lumo-primary-color-10pct)")
                .set("color", law ? "var(--lumo-error-text-color)" : "var(--lumo-primary-text-color)");
        String name = free.name().in(Language.current());
        cell.setTitle(name);
        cell.getElement().setAttribute("aria-label", Language.tell(TEXTS.text("day.free", cell.getText(), name)));
    }

    private static HtmlContainer element(String tag, String text) {
        HtmlContainer element = new HtmlContainer(tag);
        element.setText(text);
        return element;
    }
}
