package org.zaledje.platform.procedure.internal;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.calendar.WorkCalendar;
import org.zaledje.platform.calendar.WorkingWeek;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.people.Colleague;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.security.Grant;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/** Procedures on a real database, wired as in the container; people, calendar and clock are the test's. */
final class TestProcedures implements AutoCloseable {

    static final String TYPE = "tests.order";
    static final String RECORD = "tests.order";
    static final String APPROVE = "tests.order.approve";

    /** A Friday, 15:00 in Ljubljana: an hour before the week's end. */
    static final Instant FRIDAY = Instant.parse("2026-11-27T14:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

    final List<Change> audited = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<UUID> signals = new CopyOnWriteArrayList<>();
    final Map<String, Caller> people = new TreeMap<>();
    final StoredProcedures procedures;
    final StoredTasks tasks;
    final StoredSubstitutions substitutions;
    final Escalation escalation;
    final OneFunction function = new OneFunction();
    final Types types = function.types;
    final Identities identities;

    private final TestDatabase database;
    private final ThreadLocal<Caller> caller = new ThreadLocal<>();
    private volatile Company company = new Company(new UUID(1, 1), "Prva", "SI", Currency.getInstance("EUR"));
    private volatile Instant now = FRIDAY;
    private final AtomicLong lastId = new AtomicLong();

    /** One kind of record, which goes as the test says. */
    private record Order(ProcedurePlan suggested) implements ProcedureType {
        @Override
        public String id() {
            return TYPE;
        }

        @Override
        public LocalizedText title() {
            return LocalizedText.verbatim("Orders");
        }

        @Override
        public String recordType() {
            return RECORD;
        }

        @Override
        public List<Fact> facts() {
            return List.of(new Fact("amount", LocalizedText.verbatim("Amount"), Fact.Type.DECIMAL),
                    new Fact("supplier", LocalizedText.verbatim("Supplier"), Fact.Type.TEXT),
                    new Fact("needed", LocalizedText.verbatim("Needed"), Fact.Type.DATE));
        }

        @Override
        public String readPermission() {
            return "tests.order.read";
        }

        @Override
        public Optional<String> page(String recordId) {
            return Optional.of("tests/orders/" + recordId);
        }
    }

    TestProcedures(Engine engine, Step... steps) {
        database = engine.create().migrate("db/procedure/changelog.xml");
        Companies companies = companies();
        CompanyData data = database.data("procedure", companies);
        Calendars calendars = proxy(Calendars.class, Map.of("current", new WorkCalendar(ZONE, WorkingWeek.USUAL, year -> Map.of())));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        IdSource ids = () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + lastId.incrementAndGet());
        InboxSignals inbox = new InboxSignals(new AtOnce());
        inbox.add(signals::add);
        identities = new Identities(new Staff(), calendars, clock);
        Runs runs = new Runs(ids, clock, calendars,
                (event, run, payload) -> events.add(event + " " + payload.get("recordId") + " " + payload.get("reason")), inbox);
        TestCallers callers = new TestCallers();
        procedures = new StoredProcedures(data, callers, types, runs, identities, audited::add);
        tasks = new StoredTasks(data, callers, runs, identities, types, new Staff(), audited::add, inbox);
        substitutions = new StoredSubstitutions(data, callers, new Staff(), calendars, ids, clock, audited::add, inbox);
        escalation = new Escalation(data, companies, callers, runs, audited::add, inbox);
        suggest(steps);
        may("maja", "tests.order.read");
        for (String approver : List.of("ana", "bor", "cene")) {
            may(approver, APPROVE);
        }
        people.put("root", new Caller("root", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH));
    }

    /** Has the function suggest another plan, as its next release may. */
    void suggest(Step... steps) {
        function.bring(new Order(plan(steps)));
    }

    /** The function goes. */
    void removeFunction() {
        function.go();
    }

    static ProcedurePlan plan(Step... steps) {
        return new ProcedurePlan(Wording.of("Order", "Naročilo"), true, List.of(steps));
    }

    void may(String user, String... permissions) {
        List<String> all = new ArrayList<>(List.of(permissions));
        all.add(Tasks.WORK);
        people.put(user, new Caller(user, Set.copyOf(all), Locale.ENGLISH));
    }

    /** Does something as one of the people. */
    <T> T as(String user, Supplier<T> work) {
        Caller before = caller.get();
        caller.set(people.get(user).in(company.id()));
        try {
            return work.get();
        } finally {
            caller.set(before);
        }
    }

    void elapse(Duration time) {
        now = now.plus(time);
    }

    void work(UUID inCompany) {
        company = new Company(inCompany, "c", "SI", Currency.getInstance("EUR"));
    }

    ProcedureRun start(String user, String order, String amount) {
        return as(user, () -> procedures.start(TYPE, order(order), "Order " + order, facts(amount), Set.of()));
    }

    static Map<String, String> facts(String amount) {
        return Map.of("amount", amount, "supplier", "Petrol", "needed", "2026-12-01");
    }

    static RecordRef order(String id) {
        return new RecordRef(RECORD, id);
    }

    ProcedureRun run(String order) {
        return as("root", () -> procedures.latest(order(order)).orElseThrow());
    }

    List<Task> inbox(String user) {
        return as(user, () -> tasks.inbox(ListQuery.of(PageRequest.first(100))).items());
    }

    /** Steps in somebody's inbox, each with its record. */
    List<String> told(String user) {
        return inbox(user).stream().map(task -> task.record().id() + " " + task.step()).toList();
    }

    Task task(String user, String step) {
        return inbox(user).stream().filter(task -> task.step().equals(step)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }

    private Companies companies() {
        return new Companies() {
            @Override
            public List<Company> all() {
                return List.of(company);
            }

            @Override
            public Company current() {
                return company;
            }
        };
    }

    private static <T> T proxy(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    private final class Staff implements Colleagues {

        @Override
        public Optional<Colleague> find(String name) {
            return Optional.ofNullable(people.get(name)).map(known -> new Colleague(name, name, ""));
        }

        @Override
        public List<Colleague> search(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Standing> standing(String name) {
            return Optional.ofNullable(people.get(name)).map(known -> new Standing(known.roles(), known.grants().stream()
                    .map(Grant::permission).collect(Collectors.toSet()), known.mayEverything()));
        }
    }

    private final class TestCallers implements Callers {

        @Override
        public Optional<Caller> current() {
            return Optional.ofNullable(caller.get());
        }

        @Override
        public Caller require(String permission) {
            return current().filter(known -> known.may(permission)).orElseThrow(() ->
                    ProblemException.of(Kind.FORBIDDEN, "security.forbidden", LocalizedText.verbatim(permission)));
        }

        @Override
        public <T> T callAs(Caller other, Callable<T> work) throws Exception {
            throw new UnsupportedOperationException();
        }

        @Override
        public void runAs(Caller other, Runnable work) {
            Caller before = caller.get();
            caller.set(other);
            try {
                work.run();
            } finally {
                caller.set(before);
            }
        }
    }

    private static final class AtOnce implements Transactions {

        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T requiresNew(Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
