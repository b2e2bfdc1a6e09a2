package org.zaledje.platform.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentOwner;
import org.zaledje.platform.document.internal.store.FileStore;
import org.zaledje.platform.document.internal.store.TestStore;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/** Documents on a real database and a real folder, wired as in the container; people, companies and clock are the test's. */
final class TestDocuments implements AutoCloseable {

    static final UUID FIRST = new UUID(1, 1);
    static final UUID SECOND = new UUID(2, 2);
    static final RecordRef ORDER = new RecordRef("tests.order", "1");

    final List<Change> audited = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    final Set<String> readable = new HashSet<>(Set.of("1", "2"));
    final Set<String> changeable = new HashSet<>(Set.of("1", "2"));
    final Path folder;
    final FileStore files;
    final StoredDocuments documents;
    final Upkeep upkeep;

    private final TestDatabase database;
    private final AtomicLong lastId = new AtomicLong();
    private volatile Caller caller = new Caller("ana", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH).in(FIRST);
    private volatile Instant now = Instant.now();

    TestDocuments(Engine engine, Path folder) throws IOException {
        this.folder = folder;
        database = engine.create().migrate("db/document/changelog.xml");
        Companies companies = new TestCompanies();
        CompanyData data = database.data("document", companies);
        Clock clock = new TestClock();
        files = TestStore.in(folder, clock, 0);
        Owners owners = new Owners();
        owners.add(new Orders());
        IdSource ids = () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + lastId.incrementAndGet());
        Callers callers = new TestCallers();
        documents = new StoredDocuments(data, files, owners, callers, ids, clock, audited::add,
                (type, aggregate, payload) -> events.add(type + " " + payload.get("title") + " " + payload.get("version")));
        upkeep = new Upkeep(data, companies, callers, files, clock, audited::add);
    }

    Document attach(String title, String content) {
        return documents.attach(ORDER, title, title + ".txt", bytes(content));
    }

    String content(Document document, Integer version) {
        var content = documents.content(document.id(), Optional.ofNullable(version));
        try (var in = content.open(0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    void workIn(UUID company) {
        caller = caller.in(company);
    }

    void elapse(Duration time) {
        now = now.plus(time);
    }

    int sweep() throws IOException {
        return upkeep.sweep();
    }

    List<Path> stored() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve("unnamed"))).toList();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Orders implements DocumentOwner {

        @Override
        public String recordType() {
            return ORDER.type();
        }

        @Override
        public boolean mayRead(String recordId) {
            return readable.contains(recordId);
        }

        @Override
        public boolean mayChange(String recordId) {
            return changeable.contains(recordId);
        }

        @Override
        public Optional<String> name(String recordId) {
            return Optional.of("Order " + recordId);
        }

        @Override
        public Optional<String> page(String recordId) {
            return Optional.empty();
        }
    }

    private final class TestCompanies implements Companies {

        @Override
        public List<Company> all() {
            return Stream.of(FIRST, SECOND).map(this::company).toList();
        }

        @Override
        public Company current() {
            return company(caller.company().orElseThrow());
        }

        private Company company(UUID id) {
            return new Company(id, "c", "SI", Currency.getInstance("EUR"));
        }
    }

    private final class TestClock extends Clock {

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
    }

    private final class TestCallers implements Callers {

        @Override
        public Optional<Caller> current() {
            return Optional.of(caller);
        }

        @Override
        public Caller require(String permission) {
            return current().filter(known -> known.may(permission)).orElseThrow(() ->
                    ProblemException.of(Kind.FORBIDDEN, "security.forbidden", LocalizedText.verbatim(permission)));
        }

        @Override
        public <T> T callAs(Caller other, Callable<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void runAs(Caller other, Runnable work) {
            Caller before = caller;
            caller = other;
            try {
                work.run();
            } finally {
                caller = before;
            }
        }
    }
}
