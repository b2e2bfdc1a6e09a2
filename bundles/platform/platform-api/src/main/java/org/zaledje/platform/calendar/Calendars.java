package org.zaledje.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The working calendar of the company that the current thread works for. Thread-safe. */
@ProviderType
public interface Calendars {

    /** Permission to change calendars. Every caller may read them. */
    String MANAGE = "administration.calendar.manage";

    /** Longest name of a free day, in characters. */
    int NAME_LENGTH_MAX = 100;

    /** The calendar as it is now; a later change makes another one. */
    WorkCalendar current();

    /** What the calendar is made of. */
    CalendarSettings settings();

    /**
     * Makes the calendar of other things.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; RULES_BROKEN when the
     *         holidays of the country or region are not known
     */
    void change(CalendarSettings settings);

    /** The company's own free days, in their order. */
    List<FreeDay> ownFreeDays(int year);

    /**
     * Makes a day free; one that the company has made free already only gets the name.
     *
     * @param name what it is called, 1 to {@value #NAME_LENGTH_MAX} characters
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; RULES_BROKEN for a name
     *         that does not fit, or a day before 1900 or after 2199
     */
    void addFreeDay(LocalDate day, String name);

    /**
     * Makes a day that the company has made free an ordinary one again.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; NOT_FOUND when the company
     *         has not made it free
     */
    void removeFreeDay(LocalDate day);

    /** Codes of the countries whose public holidays are known: ISO 3166-1 alpha-2 in upper case, sorted. */
    List<String> countries();
}
