package org.zaledje.platform.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.store.ImportRow;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.JobRunInfo.Trigger;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class ForgottenImportsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(25));
    private static final Instant TODAY = NOW.minus(Duration.ofHours(23));
    private static final Company ONE = new Company(new UUID(1, 1), "One", "SI", Currency.getInstance("EUR"));
    private static final Company CLOSED = new Company(new UUID(1, 2), ONE.details(), 1, Optional.of(NOW));

    private final Map<UUID, RunState> runs = new HashMap<>();
    private final OneThread callers = new OneThread();
    private final Companies companies = new Companies() {
        @Override
        public List<Company> all() {
            return List.of(ONE, CLOSED);
        }

        @Override
        public Company current() {
            return all().stream().filter(each -> callers.current().flatMap(Caller::company).equals(Optional.of(each.id())))
                    .findFirst().orElseThrow();
        }
    };
    private ImportStore store;
    private long made;

    @ParameterizedTest
    @EnumSource
    void filesGoAfterADayInEveryCompanyAndThoseThatAreStillToBeReadStay(Engine engine) throws Exception {
        try (TestDatabase database = engine.create().migrate("db/exchange/changelog.xml")) {
            store = new ImportStore(database.data("exchange", companies), change -> { });
            UUID old = handIn(ONE, YESTERDAY);
            UUID young = handIn(ONE, TODAY);
            UUID ofClosed = handIn(CLOSED, YESTERDAY);
            UUID waiting = running(RunState.QUEUED);
            UUID interrupted = running(RunState.INTERRUPTED);
            UUID cancelled = running(RunState.CANCELLED);
            JobRun run = (JobRun) Proxy.newProxyInstance(JobRun.class.getClassLoader(), new Class<?>[] {JobRun.class},
                    (proxy, method, arguments) -> null);
            Jobs jobs = (Jobs) Proxy.newProxyInstance(Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class},
                    (proxy, method, arguments) -> Optional.of(told((UUID) arguments[0])));

            new ForgottenImports(store, companies, callers, jobs, Clock.fixed(NOW, ZoneOffset.UTC)).run(run);

            assertEquals(List.of(young, waiting, interrupted), List.of(old, young, waiting, interrupted, cancelled).stream()
                    .filter(id -> isKept(ONE, id)).toList());
            assertEquals(false, isKept(CLOSED, ofClosed));
            assertEquals(1L, count(database, "exc_import_chunk", young));
            assertEquals(0L, count(database, "exc_import_chunk", old));
        }
    }

    private UUID handIn(Company company, Instant at) {
        UUID id = new UUID(7, ++made);
        callers.runAs(Caller.system().in(company.id()), () -> {
            try {
                store.keep(id, new ImportRow(id, "notes", "notes.csv", FileKind.CSV, TableStyle.of(Locale.ENGLISH), at, "ana"),
                        new ByteArrayInputStream(new byte[] {1, 2, 3}));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return id;
    }

    private UUID running(RunState state) {
        UUID id = handIn(ONE, YESTERDAY);
        runs.put(id, state);
        callers.runAs(Caller.system().in(ONE.id()), () -> store.locked(id, row -> {
            row.running(id);
            return row;
        }));
        return id;
    }

    private JobRunInfo told(UUID run) {
        return new JobRunInfo(run, "exchange.notes", runs.get(run), Trigger.HAND, "ana", Map.of(), YESTERDAY, Optional.empty(),
                Optional.empty(), Optional.empty(), 0, 0, "");
    }

    private boolean isKept(Company company, UUID id) {
        boolean[] kept = {true};
        callers.runAs(Caller.system().in(company.id()), () -> {
            try {
                store.find(id);
            } catch (ProblemException e) {
                kept[0] = false;
            }
        });
        return kept[0];
    }

    private static long count(TestDatabase database, String table, UUID id) throws Exception {
        try (var connection = database.dataSource().getConnection();
                var query = connection.prepareStatement("select count(*) from " + table + " where import_id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static final class OneThread implements Callers {

        private Caller caller = Caller.system();

        @Override
        public Optional<Caller> current() {
            return Optional.of(caller);
        }

        @Override
        public Caller require(String permission) {
            return caller;
        }

        @Override
        public <T> T callAs(Caller other, Callable<T> work) throws Exception {
            Caller before = caller;
            caller = other;
            try {
                return work.call();
            } finally {
                caller = before;
            }
        }

        @Override
        public void runAs(Caller other, Runnable work) {
            try {
                callAs(other, () -> {
                    work.run();
                    return other;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
