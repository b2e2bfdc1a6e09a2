package org.zaledje.platform.calendar.internal;

import static org.zaledje.platform.calendar.internal.CompanyCalendars.TEXTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.calendar.CalendarSettings;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.calendar.WorkCalendar;
import org.zaledje.platform.calendar.WorkingTime;
import org.zaledje.platform.calendar.WorkingWeek;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** The current company's calendar over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=calendars")
@Path("/")
@Tag(name = "Calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarResource implements RestResource {

    private static final int DAYS_MAX = 366;
    private static final long HOURS_MAX = 20_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final Calendars calendars;
    private final Callers callers;

    @Activate
    public CalendarResource(@Reference Calendars calendars, @Reference Callers callers) {
        this.calendars = calendars;
        this.callers = callers;
    }

    /** A stretch of working time. */
    public record Hours(
            @Schema(type = "string", example = "08:00") LocalTime from,
            @Schema(type = "string", example = "16:00", description = "00:00 is the end of the day") LocalTime to) {
    }

    /** What the calendar is made of. */
    @Schema(example = """
            {"zone": "Europe/Ljubljana", "country": "SI", "week": {
              "MONDAY": [{"from": "08:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}],
              "FRIDAY": [{"from": "08:00", "to": "14:00"}]}}""")
    public record Settings(
            @Schema(example = "Europe/Ljubljana") String zone,
            @Schema(example = "SI") String country,
            @Schema(type = "string", description = "Part of the country, lower case, for example by for Bavaria")
            Optional<String> region,
            @Schema(description = "Working times by weekday; a weekday that is absent is free")
            Map<DayOfWeek, List<Hours>> week) {
    }

    /** A day that is asked about. */
    @Schema(name = "CalendarDay")
    public record Day(LocalDate day, boolean working, @Schema(type = "string") Optional<FreeDay.Kind> free,
            @Schema(type = "string") Optional<String> name) {
    }

    /** Days in their order. */
    public record DayList(List<Day> items) {
    }

    /** The name of a free day. */
    public record FreeDayName(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Calendars.NAME_LENGTH_MAX,
            example = "Company trip") String name) {
    }

    /** Working time between two instants. */
    @Schema(name = "ElapsedWorkingTime")
    public record Elapsed(@Schema(type = "string", example = "PT8H") String workingTime) {
    }

    /** When so much working time has passed. */
    public record Due(Instant at) {
    }

    /** Countries whose holidays are known. */
    public record Countries(List<String> items) {
    }

    @GET
    @Path("current")
    @Operation(operationId = "settings", summary = "What the company's calendar is made of")
    public Settings settings() {
        CalendarSettings settings = calendars.settings();
        Map<DayOfWeek, List<Hours>> week = settings.week().days().entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, day -> day.getValue().stream().map(t -> new Hours(t.from(), t.to())).toList()));
        return new Settings(settings.zone().getId(), settings.country(), settings.region(), new java.util.TreeMap<>(week));
    }

    @PUT
    @Path("current")
    @Operation(operationId = "change", summary = "Change zone, country or working week")
    public Settings change(Settings wanted) {
        callers.require(Calendars.MANAGE);
        Settings given = present(wanted);
        calendars.change(new CalendarSettings(zone(member(given.zone(), "zone")), member(given.country(), "country"),
                Optional.ofNullable(given.region()).flatMap(region -> region), week(member(given.week(), "week"))));
        return settings();
    }

    @GET
    @Path("current/days")
    @Operation(operationId = "days", summary = "Which days are working days, and why others are not; at most 366")
    public DayList days(@Parameter(required = true, example = "2026-01-01") @QueryParam("from") LocalDate from,
            @Parameter(required = true, example = "2026-01-31") @QueryParam("to") LocalDate to) {
        if (from == null || to == null || from.isBefore(FIRST) || to.isAfter(LAST) || to.isBefore(from)
                || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw unreadable("calendar.range.invalid", DAYS_MAX);
        }
        WorkCalendar calendar = calendars.current();
        Locale language = callers.current().map(Caller::locale).orElse(Locale.ENGLISH);
        return new DayList(from.datesUntil(to.plusDays(1)).map(day -> {
            Optional<FreeDay> free = calendar.freeDay(day);
            return new Day(day, calendar.isWorkingDay(day), free.map(FreeDay::kind),
                    free.map(known -> known.name().in(language)));
        }).toList());
    }

    @PUT
    @Path("current/free-days/{day}")
    @Operation(operationId = "addFreeDay", summary = "Make a day free")
    public void addFreeDay(@PathParam("day") LocalDate day, FreeDayName name) {
        callers.require(Calendars.MANAGE);
        calendars.addFreeDay(day, member(present(name).name(), "name"));
    }

    @DELETE
    @Path("current/free-days/{day}")
    @Operation(operationId = "removeFreeDay", summary = "Make a day that the company has made free an ordinary one again")
    public void removeFreeDay(@PathParam("day") LocalDate day) {
        calendars.removeFreeDay(day);
    }

    @GET
    @Path("current/working-time")
    @Operation(operationId = "workingTime", summary = "Working time between two instants")
    public Elapsed workingTime(@Parameter(required = true, example = "2026-01-05T08:00:00Z") @QueryParam("from") Instant from,
            @Parameter(required = true, example = "2026-01-09T16:00:00Z") @QueryParam("until") Instant until) {
        Instant begin = inRange(from);
        Instant end = inRange(until);
        if (Math.abs(ChronoUnit.DAYS.between(begin, end)) > DAYS_MAX) {
            throw unreadable("calendar.range.invalid", DAYS_MAX);
        }
        return new Elapsed(calendars.current().workingTimeBetween(begin, end).toString());
    }

    @GET
    @Path("current/due")
    @Operation(operationId = "due", summary = "When so much working time will have passed")
    public Due due(@Parameter(required = true, example = "2026-01-05T08:00:00Z") @QueryParam("from") Instant from,
            @Parameter(required = true, example = "PT8H") @QueryParam("workingTime") String workingTime) {
        try {
            return new Due(calendars.current().plusWorkingTime(inRange(from), duration(workingTime)));
        } catch (ArithmeticException e) {
            throw unreadable("calendar.duration.invalid", HOURS_MAX);
        }
    }

    @GET
    @Path("countries")
    @Operation(operationId = "countries", summary = "Countries whose public holidays are known")
    public Countries countries() {
        return new Countries(calendars.countries());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw unreadable("calendar.zone.unknown", name.length() > 60 ? name.substring(0, 60) : name);
        }
    }

    private static WorkingWeek week(Map<DayOfWeek, List<Hours>> week) {
        try {
            return new WorkingWeek(week.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    day -> day.getValue().stream().map(time -> new WorkingTime(time.from(), time.to())).toList())));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw unreadable("calendar.week.invalid");
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text == null ? "" : text);
            if (!duration.isNegative() && duration.toHours() <= HOURS_MAX) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // Told below, like one that is out of range.
        }
        throw unreadable("calendar.duration.invalid", HOURS_MAX);
    }

    private static Instant inRange(Instant instant) {
        if (instant == null || instant.isBefore(Instant.parse(FIRST + "T00:00:00Z"))
                || instant.isAfter(Instant.parse(LAST + "T00:00:00Z"))) {
            throw unreadable("calendar.instant.invalid");
        }
        return instant;
    }

    private static <T> T present(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> unreadable("calendar.body.missing"));
    }

    private static <T> T member(T value, String name) {
        return Optional.ofNullable(value).orElseThrow(() -> unreadable("calendar.member.missing", name));
    }

    private static ProblemException unreadable(String code, Object... arguments) {
        return ProblemException.of(Kind.UNREADABLE, code, TEXTS.text(code, arguments));
    }
}
