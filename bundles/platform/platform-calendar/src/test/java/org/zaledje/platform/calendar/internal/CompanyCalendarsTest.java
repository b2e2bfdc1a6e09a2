package org.zaledje.platform.calendar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.calendar.CalendarSettings;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.calendar.WorkingTime;
import org.zaledje.platform.calendar.WorkingWeek;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class CompanyCalendarsTest {

    private static final LocalDate TRIP = LocalDate.of(2026, 6, 5);

    private final List<Change> audited = new ArrayList<>();
    private final AtomicReference<UUID> company = new AtomicReference<>(new UUID(7, 1));
    private boolean allowed = true;

    private Calendars calendars(JpaTemplate jpa) {
        Companies companies = only(Companies.class, "current",
                arguments -> new Company(company.get(), "c", "SI", Currency.getInstance("EUR")));
        Callers callers = only(Callers.class, "require", arguments -> {
            if (!allowed) {
                throw ProblemException.of(Kind.FORBIDDEN, "security.forbidden", LocalizedText.verbatim("no"));
            }
            return null;
        });
        return new CompanyCalendars(jpa, callers, companies, new PublicHolidays(), audited::add);
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T only(Class<T> type, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            if (called.getName().equals(method)) {
                return answer.to(arguments);
            }
            throw new UnsupportedOperationException(called.getName());
        }));
    }

    @ParameterizedTest
    @EnumSource
    void aFreeDayOfTheCompanyHoldsAtOnceOnEveryNodeAndInNoOtherCompany(Engine engine) {
        try (TestDatabase database = engine.create()) {
            JpaTemplate jpa = database.migrate("db/calendar/changelog.xml").jpa("calendar");
            Calendars here = calendars(jpa);
            Calendars there = calendars(jpa);
            assertTrue(there.current().isWorkingDay(TRIP));
            here.addFreeDay(TRIP, " Company trip ");
            assertFalse(there.current().isWorkingDay(TRIP));
            here.addFreeDay(TRIP, "Trip");
            assertEquals("Trip", there.current().freeDay(TRIP).orElseThrow().name().in(java.util.Locale.ENGLISH));
            company.set(new UUID(7, 2));
            assertTrue(there.current().isWorkingDay(TRIP));
            company.set(new UUID(7, 1));
            here.removeFreeDay(TRIP);
            assertTrue(there.current().isWorkingDay(TRIP));
            assertEquals(Kind.NOT_FOUND, assertThrows(ProblemException.class, () -> here.removeFreeDay(TRIP)).kind());
            assertEquals(List.of("administration.calendar.free-day.add", "administration.calendar.free-day.add",
                    "administration.calendar.free-day.remove"), audited.stream().map(Change::action).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingsAreKeptAndTakeEffectAtOnce(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Calendars calendars = calendars(database.migrate("db/calendar/changelog.xml").jpa("calendar"));
            assertFalse(calendars.current().isWorkingDay(LocalDate.of(2026, 2, 9).minusDays(1)));
            CalendarSettings bavarian = new CalendarSettings(ZoneId.of("Europe/Berlin"), "DE", Optional.of("by"),
                    new WorkingWeek(Map.of(DayOfWeek.TUESDAY, List.of(
                            new WorkingTime(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                            new WorkingTime(LocalTime.of(13, 0), LocalTime.MIDNIGHT)))));
            calendars.change(bavarian);
            assertEquals(bavarian, calendars.settings());
            assertFalse(calendars.current().isWorkingDay(LocalDate.of(2026, 1, 6)));
            assertTrue(calendars.current().isWorkingDay(LocalDate.of(2026, 1, 13)));
            CalendarSettings unknown = new CalendarSettings(bavarian.zone(), "DE", Optional.of("xx"), bavarian.week());
            assertEquals(Kind.RULES_BROKEN,
                    assertThrows(ProblemException.class, () -> calendars.change(unknown)).kind());
            allowed = false;
            assertEquals(Kind.FORBIDDEN, assertThrows(ProblemException.class, () -> calendars.change(bavarian)).kind());
            assertEquals(Kind.FORBIDDEN,
                    assertThrows(ProblemException.class, () -> calendars.addFreeDay(TRIP, "x")).kind());
        }
    }
}
