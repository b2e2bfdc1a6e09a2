package org.zaledje.platform.service.internal.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.idempotency.Idempotency;
import org.zaledje.platform.idempotency.KeptAnswer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.testkit.Engine;

class StoredIdempotencyTest {

    private static final Company COMPANY = new Company(new UUID(1, 1), "One", "SI", Currency.getInstance("EUR"));

    private final TestClock clock = new TestClock();
    private final ThreadCallers callers = new ThreadCallers();
    private JtaDatabase database;
    private Sql sql;
    private StoredIdempotency idempotency;

    private interface Work {
        void run() throws Exception;
    }

    private void on(Engine engine, Work work) throws Exception {
        try (JtaDatabase opened = new JtaDatabase(engine)) {
            database = opened;
            sql = new Sql(opened.pooled());
            sql.update("create table effect (x int)");
            idempotency = node();
            as("ana", work);
        }
    }

    private void as(String name, Work work) throws Exception {
        callers.callAs(new Caller(name, Set.of(), Locale.ENGLISH), () -> {
            work.run();
            return null;
        });
    }

    private StoredIdempotency node() {
        return new StoredIdempotency(new OneDay(), database.transactions(), database.pooled(),
                new OneCompany(), callers, clock);
    }

    private int effects() {
        return sql.first("select count(*) from effect", row -> row.getInt(1)).orElseThrow();
    }

    /** A request that inserts a row, and is answered with how many there are then. */
    private class Insert implements Idempotency.Attempt {

        private final String body;
        private final int status;

        Insert(String body, int status) {
            this.body = body;
            this.status = status;
        }

        @Override
        public KeptAnswer run() {
            sql.update("insert into effect values (1)");
            return new KeptAnswer(status, Map.of("Location", "/x/" + effects(), "Content-Type", "text/plain"),
                    ("č" + effects()).getBytes(StandardCharsets.UTF_8), false);
        }

        @Override
        public String fingerprint() {
            return body;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestAgainIsAnsweredAsTheFirstTimeWithoutAnotherEffect(Engine engine) throws Exception {
        on(engine, () -> {
            KeptAnswer first = idempotency.once("k", new Insert("a", 201));
            KeptAnswer again = node().once("k", new Insert("a", 201));
            assertFalse(first.replayed());
            assertTrue(again.replayed());
            assertEquals(201, again.status());
            assertEquals(first.headers(), again.headers());
            assertArrayEquals(first.body(), again.body());
            assertEquals(1, effects());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsForOneRequestOfOneCaller(Engine engine) throws Exception {
        on(engine, () -> {
            idempotency.once("k", new Insert("a", 201));
            assertEquals("idempotency.key-reused", refused("k", new Insert("b", 201)));
            as("bor", () -> assertFalse(idempotency.once("k", new Insert("b", 201)).replayed()));
            assertEquals(2, effects());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalTakesEverythingBackAndLeavesTheKeyFree(Engine engine) throws Exception {
        on(engine, () -> {
            assertEquals(422, idempotency.once("k", new Insert("a", 422)).status());
            assertEquals(0, effects());
            assertFalse(idempotency.once("k", new Insert("b", 201)).replayed());
            assertEquals(1, effects());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFailureTakesEverythingBackAndLeavesTheKeyFree(Engine engine) throws Exception {
        on(engine, () -> {
            Idempotency.Attempt failing = new Insert("a", 201) {
                @Override
                public KeptAnswer run() {
                    super.run();
                    throw new IllegalStateException("no");
                }
            };
            assertThrows(IllegalStateException.class, () -> idempotency.once("k", failing));
            assertEquals(0, effects());
            assertFalse(idempotency.once("k", new Insert("a", 201)).replayed());
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsTooLargeToKeepTakesEverythingBack(Engine engine) throws Exception {
        on(engine, () -> {
            Idempotency.Attempt large = new Insert("a", 201) {
                @Override
                public KeptAnswer run() {
                    super.run();
                    return new KeptAnswer(200, Map.of(), new byte[Idempotency.BODY_BYTES_MAX + 1], false);
                }
            };
            assertEquals("idempotency.answer-too-large", refused("k", large));
            assertEquals(0, effects());
        });
    }

    @ParameterizedTest
    @EnumSource
    void afterItsTimeAKeyIsFreeAndItsRowIsGone(Engine engine) throws Exception {
        on(engine, () -> {
            idempotency.once("k", new Insert("a", 201));
            idempotency.once("other", new Insert("a", 201));
            clock.advance(Duration.ofHours(24));
            assertFalse(idempotency.once("k", new Insert("b", 201)).replayed());
            assertEquals(1, sql.first("select count(*) from web_answer", row -> row.getInt(1)).orElseThrow());
        });
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOnTwoNodesOneTakesEffect(Engine engine) throws Exception {
        on(engine, () -> {
            List<StoredIdempotency> nodes = List.of(idempotency, node());
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<KeptAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 160; i++) {
                StoredIdempotency node = nodes.get(i % 2);
                String key = "k" + i / 16;
                answers.add(threads.submit(() -> callers.callAs(new Caller("ana", Set.of(), Locale.ENGLISH),
                        () -> untilAnswered(node, key))));
            }
            int firstTimes = 0;
            for (Future<KeptAnswer> answer : answers) {
                assertEquals(201, answer.get().status());
                firstTimes += answer.get().replayed() ? 0 : 1;
            }
            threads.shutdown();
            assertEquals(10, firstTimes);
            assertEquals(10, effects());
        });
    }

    private KeptAnswer untilAnswered(StoredIdempotency node, String key) {
        while (true) {
            try {
                return node.once(key, new Insert("a", 201));
            } catch (ProblemException e) {
                assertEquals("idempotency.in-progress", e.code());
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsNoneIsRefused(Engine engine) throws Exception {
        on(engine, () -> {
            for (String key : List.of("", "a b", "č", "x".repeat(256), "a\u0000")) {
                assertEquals("idempotency.key-invalid", refused(key, new Insert("a", 201)));
            }
        });
    }

    private String refused(String key, Idempotency.Attempt attempt) {
        return assertThrows(ProblemException.class, () -> idempotency.once(key, attempt)).code();
    }

    private static final class OneDay implements StoredIdempotency.Settings {
        @Override
        public int idempotency_hours() {
            return 24;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return StoredIdempotency.Settings.class;
        }
    }

    private static final class OneCompany implements Companies {
        @Override
        public List<Company> all() {
            return List.of(COMPANY);
        }

        @Override
        public Company current() {
            return COMPANY;
        }
    }
}
