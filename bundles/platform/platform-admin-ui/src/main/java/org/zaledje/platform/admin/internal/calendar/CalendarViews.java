package org.zaledje.platform.admin.internal.calendar;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page about the company's working calendar. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class CalendarViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(CalendarViews.class);

    private final List<View<?>> views;

    @Activate
    public CalendarViews(@Reference Calendars calendars, @Reference Clock clock) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/calendar", CalendarView.class, TEXTS.text("calendar"),
                "calendar", () -> new CalendarView(calendars, clock)).requiring(Calendars.MANAGE));
    }

    @Override
    public String functionId() {
        return AdministrationFunction.ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
