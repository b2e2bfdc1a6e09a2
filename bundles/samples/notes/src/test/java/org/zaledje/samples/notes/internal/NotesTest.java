package org.zaledje.samples.notes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
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
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
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
            Note note = notes.write("Plačilo", "Pokliči banko – jutri");
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
                notes.write("note " + i, "");
            }
            List<String> titles = new ArrayList<>();
            Page<Note> page = notes.list(ListQuery.of(PageRequest.first(3)));
            while (true) {
                page.items().forEach(note -> titles.add(note.title()));
                if (page.next().isEmpty()) {
                    break;
                }
                notes.write("late", "");
                page = notes.list(ListQuery.of(new PageRequest(3, page.next())));
            }
            assertEquals(List.of("note 7", "note 6", "note 5", "note 4", "note 3", "note 2", "note 1"), titles);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherCompanysNotesAreNotSeen(Engine engine) {
        try (TestDatabase database = engine.create()) {
            Notes notes = notes(database);
            Note note = notes.write("secret", "");
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
            ProblemException problem = assertThrows(ProblemException.class, () -> notes.write(" ", "x".repeat(10_001)));
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
            Note first = notes.write("first", "");
            Note second = notes.change(first.id(), "second", "by ana", ExpectedVersion.of(first.version()));
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> notes.change(first.id(), "lost", "", ExpectedVersion.of(first.version())));
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
            Note first = notes.write("first", "");
            Note second = notes.change(first.id(), "second", "more", ExpectedVersion.of(first.version()));
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
            Note note = notes.write("first", "");
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<Boolean>> changes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String title = "change " + i;
                changes.add(() -> changed(() -> notes.change(note.id(), title, "", ExpectedVersion.of(note.version()))));
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
        return new Notes(database.migrate("db/notes/changelog.xml").data("notes", companies), new FixedCaller(),
                () -> new UUID(0x7000L, lastId.incrementAndGet()), Clock.fixed(NOW, ZoneOffset.UTC), changes::add);
    }

    private final class FixedCaller implements Callers {
        @Override
        public Optional<Caller> current() {
            return Optional.of(caller);
        }

        @Override
        public Caller require(String permission) {
            assertEquals(true, caller.may(permission));
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
