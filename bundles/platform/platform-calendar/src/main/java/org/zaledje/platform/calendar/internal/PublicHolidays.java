package org.zaledje.platform.calendar.internal;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** The public holidays of countries and their regions, as Jollyday knows them. Thread-safe. */
@Component(service = PublicHolidays.class)
public final class PublicHolidays {

    private static final Texts NAMES = Texts.beside(PublicHolidays.class);
    private static final int YEARS_MAX = 2_000;

    private final Map<Place, Map<LocalDate, FreeDay>> years = new ConcurrentHashMap<>();

    private record Place(String country, Optional<String> region, int year) {
    }

    /** The days that are free by law in a year, by day. */
    Map<LocalDate, FreeDay> in(String country, Optional<String> region, int year) {
        if (years.size() > YEARS_MAX) {
            years.clear();
        }
        return years.computeIfAbsent(new Place(country, region, year), PublicHolidays::read);
    }

    private static Map<LocalDate, FreeDay> read(Place place) {
        Map<LocalDate, FreeDay> days = new TreeMap<>();
        withOwnLoader(() -> manager(place.country()).getHolidays(
                Year.of(place.year()), HolidayType.PUBLIC_HOLIDAY, place.region().map(region -> new String[] {region})
                        .orElseGet(() -> new String[0])))
                .forEach(holiday -> days.put(holiday.getDate(),
                        new FreeDay(holiday.getDate(), FreeDay.Kind.PUBLIC_HOLIDAY, name(place, holiday))));
        return Map.copyOf(days);
    }

    /** Slovenian holidays in the languages of the platform, others in English: the same key is another day elsewhere. */
    private static LocalizedText name(Place place, Holiday holiday) {
        String english = withOwnLoader(() -> holiday.getDescription(Locale.ENGLISH));
        if (!place.country().equals("SI")) {
            return LocalizedText.verbatim(english);
        }
        String key = "holiday." + holiday.getPropertiesKey();
        return locale -> {
            String ours = NAMES.get(key, locale);
            return ours.equals(key) ? english : ours;
        };
    }

    /** Whether the holidays of the country, and of the region when one is named, are known. */
    boolean knows(String country, Optional<String> region) {
        return countries().contains(country) && region.map(wanted -> withOwnLoader(() ->
                manager(country).getCalendarHierarchy().getChildren().values().stream()
                        .map(CalendarHierarchy::getId).anyMatch(wanted::equals))).orElse(true);
    }

    /** ISO 3166-1 codes of the countries whose holidays are known, sorted. */
    List<String> countries() {
        return withOwnLoader(() -> HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2).map(code -> code.toUpperCase(Locale.ROOT)).sorted().toList());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    /** Jollyday looks for its parts and files with the thread's class loader. */
    private static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
