package org.zaledje.samples.notes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.security.Grant;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.FunctionRules;
import org.zaledje.testkit.TestDatabase;

class NotesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30.123Z");

    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    private Company company = new Company(new UUID(0, 1), "One", "SI", Currency.getInstance("EUR"));
    private Caller caller = new Caller("ana", Set.of(NotesFunction.READ, NotesFunction.WRITE), Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void aWrittenNoteIsFoundAsItWasWritten(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note note = notes.write("Plačilo", "Pokliči banko – jutri", Optional.empty());
            assertEquals(Optional.of(note), notes.find(note.id()));
            assertEquals(NOW, note.writtenAt());
            assertEquals("ana", note.writtenBy());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEachNoteOnceNewestFirstWhileNotesAreAdded(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            for (int i = 1; i <= 7; i++) {
                notes.write("note " + i, "", Optional.empty());
            }
            List<String> titles = new ArrayList<>();
            Page<Note> page = notes.list(ListQuery.of(PageRequest.first(3)));
            while (true) {
                page.items().forEach(note -> titles.add(note.title()));
                if (page.next().isEmpty()) {
                    break;
                }
                notes.write("late", "", Optional.empty());
                page = notes.list(ListQuery.of(new PageRequest(3, page.next())));
            }
            assertEquals(List.of("note 7", "note 6", "note 5", "note 4", "note 3", "note 2", "note 1"), titles);
        }
    }

    @ParameterizedTest
    @EnumSource
    void notesAreCountedAsTheyAreListedAndDeletedAllOrNone(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note first = notes.write("first", "", Optional.empty());
            Note second = notes.write("second", "", Optional.empty());
            ListQuery all = ListQuery.of(PageRequest.first(10));
            assertEquals(new RowCount(2, false), notes.count(all));
            assertEquals(new RowCount(1, false), notes.count(all.where(ListFilter.of("title", Comparison.CONTAINS, "IRS"))));
            notes.change(second.id(), "changed", "", Optional.empty(), ExpectedVersion.of(second.version()));
            assertThrows(ProblemException.class, () -> notes.deleteAll(List.of(first, second)));
            assertEquals(new RowCount(2, false), notes.count(all));
            notes.deleteAll(notes.list(all).items());
            assertEquals(new RowCount(0, false), notes.count(all));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedNoteComesBackAsItWasAndOnlyOnce(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note note = notes.write("title", "text", Optional.empty());
            notes.delete(note.id(), ExpectedVersion.any());
            Note restored = notes.restore(note);
            assertEquals(Optional.of(restored), notes.find(note.id()));
            assertEquals(List.of(note.id(), note.title(), note.text(), note.writtenAt(), note.writtenBy()),
                    List.of(restored.id(), restored.title(), restored.text(), restored.writtenAt(), restored.writtenBy()));
            assertEquals("notes.note.present", assertThrows(ProblemException.class, () -> notes.restore(note)).code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherCompanysNotesAreNotSeen(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note note = notes.write("secret", "", Optional.empty());
            company = new Company(new UUID(0, 2), "Two", "SI", Currency.getInstance("EUR"));
            assertEquals(Optional.empty(), notes.find(note.id()));
            assertEquals(List.of(), notes.list(ListQuery.of(PageRequest.first(10))).items());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleIsToldAndNothingIsKept(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            ProblemException problem = assertThrows(ProblemException.class, () -> notes.write(" ", "x".repeat(10_001), Optional.empty()));
            assertEquals(List.of("notes.title.missing", "notes.text.too-long"),
                    problem.violations().stream().map(violation -> violation.rule()).toList());
            assertEquals(List.of(), notes.list(ListQuery.of(PageRequest.first(10))).items());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenCursorIsToldApart(Engine engine) {
        try (TestDatabase database = engine.create()) {
            ProblemException problem = assertThrows(ProblemException.class,
                    () -> notes(database).list(ListQuery.of(new PageRequest(10, Optional.of("' or 1=1")))));
            assertEquals("paging.cursor-invalid", problem.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfAnOlderVersionIsRefusedWithBothVersionsAndNothingIsLost(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note first = notes.write("first", "", Optional.empty());
            Note second = notes.change(first.id(), "second", "by ana", Optional.empty(), ExpectedVersion.of(first.version()));
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> notes.change(first.id(), "lost", "", Optional.empty(), ExpectedVersion.of(first.version())));
            assertEquals("etag.mismatch", refused.code());
            assertEquals(Map.of("currentVersion", String.valueOf(second.version()),
                    "expectedVersion", String.valueOf(first.version())), refused.members());
            assertThrows(ProblemException.class, () -> notes.delete(first.id(), ExpectedVersion.of(first.version())));
            assertEquals(Optional.of(second), notes.find(first.id()));
            notes.delete(first.id(), ExpectedVersion.of(second.version()));
            assertEquals(Optional.empty(), notes.find(first.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeIsInTheAuditTrailWithWhatWasBeforeAndAfter(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note first = notes.write("first", "", Optional.empty());
            Note second = notes.change(first.id(), "second", "more", Optional.empty(), ExpectedVersion.of(first.version()));
            notes.delete(first.id(), ExpectedVersion.of(second.version()));
            Map<String, String> before = Map.of("title", "first", "text", "");
            Map<String, String> after = Map.of("title", "second", "text", "more");
            assertEquals(List.of(
                    Change.created(Notes.record(first.id()), "notes.note.write", before),
                    new Change(Notes.record(first.id()), "notes.note.change", before, after),
                    new Change(Notes.record(first.id()), "notes.note.delete", after, Map.of())), changes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofChangesAtOnceOfTheSameVersionOneIsMade(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note note = notes.write("first", "", Optional.empty());
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<Boolean>> changes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String title = "change " + i;
                changes.add(() -> changed(() -> notes.change(note.id(), title, "", Optional.empty(), ExpectedVersion.of(note.version()))));
            }
            long made = 0;
            for (Future<Boolean> change : threads.invokeAll(changes)) {
                made += change.get() ? 1 : 0;
            }
            threads.shutdown();
            assertEquals(1, made);
            assertEquals(note.version() + 1, notes.find(note.id()).orElseThrow().version());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasRightsInAUnitFindsAndChangesItsNotesOnly(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note ofAll = notes.write("of all", "", Optional.empty());
            Note ofNorth = notes.write("of the north", "", Optional.of(NORTH.id()));
            caller = new Caller("boris", Set.of(), Set.of(
                    new Grant(NotesFunction.READ, Optional.of(company.id()), Set.of(NORTH.id())),
                    new Grant(NotesFunction.WRITE, Optional.of(company.id()), Set.of(NORTH.id()))), Locale.ENGLISH,
                    Optional.of(company.id()));
            assertEquals(List.of(ofNorth), notes.list(ListQuery.of(PageRequest.first(10))).items());
            assertEquals(Optional.of(ofNorth), notes.find(ofNorth.id()));
            assertEquals(Optional.empty(), notes.find(ofAll.id()));
            assertEquals("notes.note.not-found",
                    code(() -> notes.change(ofAll.id(), "mine", "", Optional.of(NORTH.id()), ExpectedVersion.any())));
            assertEquals("notes.note.not-found", code(() -> notes.delete(ofAll.id(), ExpectedVersion.any())));
            assertEquals("security.forbidden", code(() -> notes.write("of all", "", Optional.empty())));
            assertEquals("security.forbidden",
                    code(() -> notes.change(ofNorth.id(), "given away", "", Optional.empty(), ExpectedVersion.any())));
            assertEquals("mine", notes.change(ofNorth.id(), "mine", "", Optional.of(NORTH.id()), ExpectedVersion.any()).title());
            caller = new Caller("nobody", Set.of(), Locale.ENGLISH);
            assertEquals("security.forbidden", code(() -> notes.list(ListQuery.of(PageRequest.first(10)))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoteIsFiledOnlyUnderAUnitThatExistsToday(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            for (UUID unit : List.of(SOUTH.id(), new UUID(9, 9))) {
                assertEquals("notes.unit.unknown", assertThrows(ProblemException.class,
                        () -> notes.write("late", "", Optional.of(unit))).violations().get(0).rule());
            }
        }
    }

    private static String code(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code();
    }

    private static boolean changed(Runnable change) {
        try {
            change.run();
            return true;
        } catch (ProblemException e) {
            assertEquals("etag.mismatch", e.code());
            return false;
        }
    }

    @Test
    void rowsAreReachedThroughTheirCompany() {
        FunctionRules.check("org.zaledje.samples.notes");
    }

    private Notes notes(TestDatabase database) {
        Companies companies = new Companies() {
            @Override
            public List<Company> all() {
                return List.of(company);
            }

            @Override
            public Company current() {
                return company;
            }
        };
        return new Notes(database.migrate("db/notes/changelog.xml").data("notes", companies), new OneUnit(), new FixedCaller(),
                () -> new UUID(0x7000L, lastId.incrementAndGet()), Clock.fixed(NOW, ZoneOffset.UTC), changes::add);
    }

    private static final Unit NORTH = new Unit(new UUID(5, 1), new UUID(0, 1),
            new UnitDetails("N", "North", Optional.empty(), Optional.empty(), Optional.empty()), 0);
    private static final Unit SOUTH = new Unit(new UUID(5, 2), new UUID(0, 1),
            new UnitDetails("S", "South", Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2025, 12, 31))), 0);

    private static final class OneUnit implements Units {
        @Override
        public List<Unit> all() {
            return List.of(NORTH, SOUTH);
        }

        @Override
        public List<Unit> of(UUID other) {
            return all();
        }

        @Override
        public Optional<Unit> find(UUID id) {
            return all().stream().filter(unit -> unit.id().equals(id)).findFirst();
        }

        @Override
        public Unit add(UnitDetails details) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Unit change(UUID id, ExpectedVersion expected, UnitDetails details) {
            throw new UnsupportedOperationException();
        }
    }

    private final class FixedCaller implements Callers {
        @Override
        public Optional<Caller> current() {
            return Optional.of(caller);
        }

        @Override
        public Caller require(String permission) {
            if (!caller.may(permission)) {
                throw ProblemException.of(ProblemException.Kind.FORBIDDEN, "security.forbidden", language -> permission);
            }
            return caller;
        }

        @Override
        public <T> T callAs(Caller other, Callable<T> work) throws Exception {
            return work.call();
        }

        @Override
        public void runAs(Caller other, Runnable work) {
            work.run();
        }
    }
}
