package org.zaledje.platform.calendar.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.calendar.CalendarSettings;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.calendar.WorkCalendar;
import org.zaledje.platform.calendar.WorkingWeek;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/** The calendars in the database. A calendar that was made is used until its version there is another one. */
@Component
public final class CompanyCalendars implements Calendars {

    static final Texts TEXTS = Texts.beside(CompanyCalendars.class);

    private static final int OWN_FREE_DAYS_MAX = 5_000;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;
    private static final String RECORD_TYPE = "administration.calendar";

    private final JpaTemplate jpa;
    private final Callers callers;
    private final Companies companies;
    private final PublicHolidays holidays;
    private final AuditTrail audit;
    private final Map<UUID, Made> made = new ConcurrentHashMap<>();

    private record Made(long version, CalendarSettings settings, WorkCalendar calendar) {
    }

    @Activate
    public CompanyCalendars(
            @Reference(target = "(osgi.unit.name=calendar)") JpaTemplate jpa,
            @Reference Callers callers,
            @Reference Companies companies,
            @Reference PublicHolidays holidays,
            @Reference AuditTrail audit) {
        this.jpa = jpa;
        this.callers = callers;
        this.companies = companies;
        this.holidays = holidays;
        this.audit = audit;
    }

    @Override
    public WorkCalendar current() {
        return made().calendar();
    }

    @Override
    public CalendarSettings settings() {
        return made().settings();
    }

    private Made made() {
        Company company = companies.current();
        return jpa.txExpr(manager -> {
            Optional<CalendarRow> row = row(manager, company);
            long version = row.map(CalendarRow::version).orElse(-1L);
            Made known = made.get(company.id());
            if (known == null || known.version() != version) {
                CalendarSettings settings = row.map(CalendarRow::settings).orElseGet(() -> usual(company));
                known = new Made(version, settings, make(settings, ownDays(manager, company)));
                made.put(company.id(), known);
            }
            return known;
        });
    }

    private WorkCalendar make(CalendarSettings settings, Map<LocalDate, FreeDay> own) {
        return new WorkCalendar(settings.zone(), settings.week(), year -> {
            Map<LocalDate, FreeDay> days = new HashMap<>(holidays.in(settings.country(), settings.region(), year));
            own.values().stream().filter(day -> day.day().getYear() == year)
                    .forEach(day -> days.putIfAbsent(day.day(), day));
            return days;
        });
    }

    private CalendarSettings usual(Company company) {
        String country = holidays.knows(company.country(), Optional.empty()) ? company.country() : "SI";
        return new CalendarSettings(ZoneId.of("Europe/Ljubljana"), country, Optional.empty(), WorkingWeek.USUAL);
    }

    @Override
    public void change(CalendarSettings settings) {
        callers.require(MANAGE);
        if (!holidays.knows(settings.country(), settings.region())) {
            throw ProblemException.rulesBroken("calendar.invalid", TEXTS.text("calendar.invalid"), List.of(
                    Violation.error("calendar.region.unknown", TEXTS.text("calendar.region.unknown",
                            settings.country(), settings.region().orElse("")), "/country")));
        }
        Company company = companies.current();
        jpa.tx(manager -> {
            CalendarRow row = rowToChange(manager, company);
            Map<String, String> before = fields(row.settings());
            row.set(settings);
            audit.record(new Change(record(company), "administration.calendar.change", before, fields(settings)));
        });
    }

    @Override
    public List<FreeDay> ownFreeDays(int year) {
        Company company = companies.current();
        return jpa.txExpr(manager -> ownDays(manager, company).values().stream()
                .filter(day -> day.day().getYear() == year)
                .sorted((one, other) -> one.day().compareTo(other.day())).toList());
    }

    @Override
    public void addFreeDay(LocalDate day, String name) {
        callers.require(MANAGE);
        String told = name.strip();
        if (told.isEmpty() || told.length() > NAME_LENGTH_MAX) {
            throw refused("calendar.free-day.name", "/name", NAME_LENGTH_MAX);
        }
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw refused("calendar.free-day.year", "/day", Integer.toString(YEAR_MIN), Integer.toString(YEAR_MAX));
        }
        Company company = companies.current();
        jpa.tx(manager -> {
            touch(manager, company);
            FreeDayRow known = manager.find(FreeDayRow.class, new FreeDayRow.Key(company.id(), day));
            Map<String, String> before = known == null ? Map.of() : Map.of(day.toString(), known.name());
            if (known != null) {
                known.rename(told);
            } else if (ownDays(manager, company).size() < OWN_FREE_DAYS_MAX) {
                manager.persist(new FreeDayRow(company.id(), day, told));
            } else {
                throw refused("calendar.free-day.too-many", "", OWN_FREE_DAYS_MAX);
            }
            audit.record(new Change(record(company), "administration.calendar.free-day.add", before,
                    Map.of(day.toString(), told)));
        });
    }

    @Override
    public void removeFreeDay(LocalDate day) {
        callers.require(MANAGE);
        Company company = companies.current();
        jpa.tx(manager -> {
            FreeDayRow known = Optional.ofNullable(
                            manager.find(FreeDayRow.class, new FreeDayRow.Key(company.id(), day)))
                    .orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "calendar.free-day.not-found",
                            TEXTS.text("calendar.free-day.not-found", day.toString())));
            touch(manager, company);
            manager.remove(known);
            audit.record(new Change(record(company), "administration.calendar.free-day.remove",
                    Map.of(day.toString(), known.name()), Map.of()));
        });
    }

    @Override
    public List<String> countries() {
        return holidays.countries();
    }

    private static Optional<CalendarRow> row(EntityManager manager, Company company) {
        return Optional.ofNullable(manager.find(CalendarRow.class, company.id().toString()));
    }

    private CalendarRow rowToChange(EntityManager manager, Company company) {
        return row(manager, company).orElseGet(() -> {
            CalendarRow first = new CalendarRow(company.id(), usual(company));
            manager.persist(first);
            return first;
        });
    }

    /** Gives the calendar another version, so that every node makes it anew. */
    private void touch(EntityManager manager, Company company) {
        manager.flush();
        manager.lock(rowToChange(manager, company), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private static Map<LocalDate, FreeDay> ownDays(EntityManager manager, Company company) {
        Map<LocalDate, FreeDay> days = new HashMap<>();
        manager.createQuery("select d from FreeDayRow d where d.companyId = :company", FreeDayRow.class)
                .setParameter("company", company.id().toString())
                .setMaxResults(OWN_FREE_DAYS_MAX)
                .getResultStream().map(FreeDayRow::freeDay).forEach(day -> days.put(day.day(), day));
        return days;
    }

    private static RecordRef record(Company company) {
        return new RecordRef(RECORD_TYPE, company.id().toString());
    }

    private static Map<String, String> fields(CalendarSettings settings) {
        return Map.of("zone", settings.zone().getId(), "country", settings.country(),
                "region", settings.region().orElse(""), "week", WeekText.of(settings.week()));
    }

    private static ProblemException refused(String rule, String location, Object... arguments) {
        return ProblemException.rulesBroken("calendar.free-day.invalid", TEXTS.text("calendar.free-day.invalid"),
                List.of(Violation.error(rule, TEXTS.text(rule, arguments), location)));
    }
}
