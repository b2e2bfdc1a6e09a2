package org.zaledje.platform.admin.internal.calendar;

import static org.zaledje.platform.admin.internal.calendar.CalendarViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.calendar.CalendarSettings;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.calendar.WorkCalendar;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;

/** The company's year with its free days, its working hours, and what they follow from. */
final class CalendarView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient Calendars calendars;
    private int year;

    CalendarView(Calendars calendars, Clock clock) {
        super(TEXTS.text("calendar"));
        this.calendars = calendars;
        this.year = LocalDate.now(clock).getYear();
        show();
    }

    private void show() {
        WorkCalendar calendar = calendars.current();
        setActions(turn("angle-left", TEXTS.text("year.before"), -1), new Span(Integer.toString(year)),
                turn("angle-right", TEXTS.text("year.after"), 1));
        setContent(new YearSheet(calendar, year), heading("free-days"), newFreeDay(), freeDays(calendar),
                heading("hours"), hours());
    }

    private static H2 heading(String key) {
        return new H2(Language.tell(TEXTS.text(key)));
    }

    private Button turn(String icon, LocalizedText label, int years) {
        Button button = new Button(new Icon("vaadin", icon), click -> {
            year = Math.max(1900, Math.min(2199, year + years));
            show();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("aria-label", Language.tell(label));
        return button;
    }

    private Component newFreeDay() {
        DateField day = new DateField(TEXTS.text("day"));
        TextField name = new TextField(Language.tell(TEXTS.text("name")));
        name.setMaxLength(Calendars.NAME_LENGTH_MAX);
        Button add = new Button(Language.tell(TEXTS.text("free-day.add")), click -> {
            day.setInvalid(day.isEmpty());
            if (!day.isEmpty() && Messages.attempt(() -> calendars.addFreeDay(day.getValue(), name.getValue()))) {
                year = day.getValue().getYear();
                show();
            }
        });
        add.setId("add-free-day");
        FlexLayout line = new FlexLayout(day, name, add);
        line.setAlignItems(Alignment.BASELINE);
        line.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        line.getStyle().set("gap", "var(--lumo-space-s)");
        return line;
    }

    private Grid<FreeDay> freeDays(WorkCalendar calendar) {
        Locale language = Language.current();
        Grid<FreeDay> grid = new Grid<>();
        grid.addColumn(free -> Formats.of(language).date(free.day())).setHeader(Language.tell(TEXTS.text("day"))).setAutoWidth(true);
        grid.addColumn(free -> free.day().getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL_STANDALONE, language))
                .setHeader(Language.tell(TEXTS.text("weekday"))).setAutoWidth(true);
        grid.addColumn(free -> free.name().in(language)).setHeader(Language.tell(TEXTS.text("name"))).setFlexGrow(1);
        grid.addColumn(free -> Language.tell(TEXTS.text("kind." + free.kind()))).setHeader(Language.tell(TEXTS.text("kind"))).setAutoWidth(true);
        grid.addComponentColumn(this::removal).setAutoWidth(true);
        grid.setItems(calendar.freeDays(year));
        grid.setAllRowsVisible(true);
        return grid;
    }

    private Component removal(FreeDay free) {
        if (free.kind() == FreeDay.Kind.PUBLIC_HOLIDAY) {
            return new Span();
        }
        Button remove = new Button(Language.tell(TEXTS.text("remove")), click -> {
            if (Messages.attempt(() -> calendars.removeFreeDay(free.day()))) {
                show();
            }
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return remove;
    }

    private Component hours() {
        CalendarSettings settings = calendars.settings();
        WeekFields week = new WeekFields(settings.week());
        ComboBox<String> country = new ComboBox<>(Language.tell(TEXTS.text("country")));
        country.setItems(calendars.countries());
        country.setItemLabelGenerator(code -> new Locale("", code).getDisplayCountry(Language.current()));
        country.setValue(settings.country());
        TextField region = new TextField(Language.tell(TEXTS.text("region")));
        region.setMaxLength(20);
        region.setValue(settings.region().orElse(""));
        ComboBox<String> zone = new ComboBox<>(Language.tell(TEXTS.text("zone")));
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(settings.zone().getId());
        week.add(country, region, zone);
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> save(week, country, region, zone));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save-calendar");
        FlexLayout all = new FlexLayout(week, save);
        all.setFlexDirection(FlexLayout.FlexDirection.COLUMN);
        all.setAlignItems(Alignment.START);
        all.getStyle().set("gap", "var(--lumo-space-m)");
        return all;
    }

    private void save(WeekFields week, ComboBox<String> country, TextField region, ComboBox<String> zone) {
        List.of(country, zone).forEach(field -> field.setInvalid(field.isEmpty()));
        week.week().filter(read -> !country.isEmpty() && !zone.isEmpty()).ifPresent(read -> {
            CalendarSettings settings = new CalendarSettings(ZoneId.of(zone.getValue()), country.getValue(),
                    Optional.of(region.getValue().strip()).filter(code -> !code.isEmpty()), read);
            if (Messages.attempt(() -> calendars.change(settings))) {
                Messages.success(TEXTS.text("saved"));
                show();
            }
        });
    }
}
