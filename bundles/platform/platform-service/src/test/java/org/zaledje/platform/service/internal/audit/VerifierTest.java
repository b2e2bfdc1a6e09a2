package org.zaledje.platform.service.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.audit.VerificationReport.State;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

class VerifierTest {

    private static final int THREADS = 8;
    private static final Caller ANA = new Caller("ana", Set.of(AuditLog.READ), Locale.ENGLISH);

    private interface Tampering {
        void with(TestAudit audit) throws Exception;
    }

    /** Five chained rows, tampered with: what the verification then finds, as table, id and code. */
    private static void expect(Engine engine, Tampering tampering, String... findings) throws Exception {
        try (TestAudit audit = new TestAudit(engine)) {
            for (int i = 1; i <= 5; i++) {
                audit.record("thing-" + i);
            }
            audit.sealer.sealAll();
            assertEquals(State.CLEAN, audit.verify().state());
            audit.sealer.sealAll();
            audit.sealer.close();
            if (engine == Engine.POSTGRESQL) {
                audit.sql.update("alter table sys_audit_record disable trigger all");
                audit.sql.update("alter table sys_audit_link disable trigger all");
            }
            List<String> ids = ids(audit);
            tampering.with(audit);
            VerificationReport report = audit.verify();
            assertEquals(State.ALTERED, report.state());
            List<String> expected = Stream.of(findings).map(finding -> finding.contains("#")
                    ? finding.replaceAll("#\\d", ids.get(finding.charAt(finding.indexOf('#') + 1) - '1')) : finding).toList();
            assertEquals(expected, report.findings().stream().map(VerifierTest::told).toList());
        }
    }

    private static String told(Finding finding) {
        assertTrue(!finding.detail().in(Locale.ENGLISH).equals(finding.code()), "text of " + finding.code());
        return finding.table() + " " + finding.id() + " " + finding.code();
    }

    private static List<String> ids(TestAudit audit) {
        return audit.sql.list("select record_id from sys_audit_link order by position", row -> row.getString(1));
    }

    private static String id(TestAudit audit, int position) {
        return "cast('" + ids(audit).get(position - 1) + "' as uuid)";
    }

    @ParameterizedTest
    @EnumSource
    void anAlteredRecordIsNamed(Engine engine) throws Exception {
        expect(engine, audit -> audit.sql.update(
                        "update sys_audit_record set actor = 'mallory' where id = " + id(audit, 3)),
                "sys_audit_record #3 audit.record-altered");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRecordIsNamed(Engine engine) throws Exception {
        expect(engine, audit -> audit.sql.update("delete from sys_audit_record where id = " + id(audit, 2)),
                "sys_audit_record #2 audit.record-missing");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedRecordIsNamedWhenItsLinkIsDeletedToo(Engine engine) throws Exception {
        expect(engine, audit -> {
            audit.sql.update("delete from sys_audit_record where id = " + id(audit, 2));
            audit.sql.update("delete from sys_audit_link where position = 2");
        }, "sys_audit_link 2 audit.link-missing");
    }

    @ParameterizedTest
    @EnumSource
    void anInsertedRecordIsNamedAlsoWhenItIsQueuedForTheChain(Engine engine) throws Exception {
        expect(engine, audit -> {
            audit.sql.update("insert into sys_audit_record select company_id, cast('00000000-0000-0000-0000-00000000000a'"
                    + " as uuid), recorded_at, 'mallory', door, correlation, record_type, record_id, action, fields_before,"
                    + " fields_after, digest, mac from sys_audit_record where id = " + id(audit, 1));
            audit.sql.update("insert into sys_audit_pending (company_id, record_id) select company_id, id"
                    + " from sys_audit_record where actor = 'mallory'");
        }, "sys_audit_record 00000000-0000-0000-0000-00000000000a audit.record-altered");
    }

    @ParameterizedTest
    @EnumSource
    void twoRecordsThatChangePlacesAreNamed(Engine engine) throws Exception {
        expect(engine, audit -> {
            String second = id(audit, 2);
            String third = id(audit, 3);
            audit.sql.update("update sys_audit_link set record_id = cast('00000000-0000-0000-0000-00000000000a' as uuid)"
                    + " where position = 2");
            audit.sql.update("update sys_audit_link set record_id = " + second + " where position = 3");
            audit.sql.update("update sys_audit_link set record_id = " + third + " where position = 2");
        }, "sys_audit_link 2 audit.link-altered", "sys_audit_link 3 audit.link-altered");
    }

    @ParameterizedTest
    @EnumSource
    void anEndThatWasCutOffWithItsHeadIsMissedByTheHeadKeptOutside(Engine engine) throws Exception {
        expect(engine, audit -> {
            audit.sql.update("delete from sys_audit_record where id in (select record_id from sys_audit_link"
                    + " where position > 3)");
            audit.sql.update("delete from sys_audit_link where position > 3");
            audit.sql.update("update sys_audit_head set position = 3, hash = (select hash from sys_audit_link"
                    + " where position = 3)");
        }, "sys_audit_link 5 audit.tail-missing-by-head");
    }

    @ParameterizedTest
    @EnumSource
    void aCommittedRecordThatIsTakenAwayBeforeItIsChainedIsNamed(Engine engine) throws Exception {
        try (TestAudit audit = new TestAudit(engine)) {
            AuditRow row = audit.key.sign(new Content(TestAudit.COMPANY.id(), new java.util.UUID(7, 7),
                    java.time.Instant.EPOCH, "ana", "", "", "test.thing", "1", "test.thing.create", "", "", ""));
            audit.sealer.committed(row);
            audit.sealer.sealAll();
            assertEquals(List.of("sys_audit_record " + row.content().id() + " audit.record-missing"),
                    audit.verify().findings().stream().map(VerifierTest::told).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsLoseNothingAndTheOrderOfEachRecordIsKept(Engine engine) throws Exception {
        try (TestAudit audit = new TestAudit(engine)) {
            long plain = perSecond(audit, false);
            long audited = perSecond(audit, true);
            audit.sealer.sealAll();
            VerificationReport report = audit.verify();
            assertEquals(List.of(), report.findings());
            assertEquals(audit.count("sys_audit_record"), audit.count("sys_audit_link"));
            assertEquals(0, audit.count("sys_audit_pending"));
            List<String> order = audit.sql.list("select r.record_id, r.fields_after from sys_audit_link l"
                    + " join sys_audit_record r on r.id = l.record_id where r.record_type = 'test.counter'"
                    + " order by r.record_id, l.position", row -> row.getString(1) + " " + row.getString(2));
            assertEquals(order.stream().sorted().toList(), order);
            System.out.printf("%s: %d transactions/s with 8 threads, %d/s audited; verified %d rows in %d ms%n",
                    engine, plain, audited, report.rows(), report.took().toMillis());
        }
    }

    private static long perSecond(TestAudit audit, boolean audited) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        long rounds = 250;
        List<Future<?>> done = new ArrayList<>();
        long begun = System.nanoTime();
        for (int thread = 0; thread < THREADS; thread++) {
            String name = audited + "-" + thread;
            done.add(pool.submit(() -> {
                for (int i = 0; i < rounds; i++) {
                    change(audit, name, i, audited);
                }
            }));
        }
        for (Future<?> thread : done) {
            thread.get();
        }
        pool.shutdown();
        return THREADS * rounds * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private static void change(TestAudit audit, String name, int round, boolean audited) {
        org.zaledje.platform.service.internal.database.Sql pooled =
                new org.zaledje.platform.service.internal.database.Sql(audit.database.pooled());
        audit.database.transactions().required(() -> {
            pooled.update("insert into sys_demo (function_id, loaded_at) values (?, ?)", name + "-" + round,
                    java.time.Instant.EPOCH);
            if (audited) {
                audit.trail.record(Change.created(new RecordRef("test.counter", name), "test.counter.set",
                        Map.of("value", String.format("%06d", round))));
            }
            return round;
        });
    }

    @ParameterizedTest
    @EnumSource
    void changesAreFoundByWhatTheyAreAndReadInPagesByThoseWhoMay(Engine engine) throws Exception {
        try (TestAudit audit = new TestAudit(engine)) {
            audit.callers.runAs(ANA, () -> {
                for (int i = 1; i <= 3; i++) {
                    audit.record("thing-" + i);
                }
            });
            audit.record("of-system");
            ListQuery byAna = new ListQuery(List.of(ListFilter.of("by", Comparison.EQUAL, "ana")), List.of(), PageRequest.first(2));
            Page<AuditRecord> first =
                    audit.callers.callAs(ANA, () -> audit.log.search(Optional.empty(), byAna));
            assertEquals(List.of("thing-3", "thing-2"), first.items().stream().map(r -> r.record().id()).toList());
            assertEquals("Ž\uFFFD=\n\\thing-3", first.items().get(0).after().get("name"));
            Page<AuditRecord> second = audit.callers.callAs(ANA,
                    () -> audit.log.search(Optional.empty(), byAna.after(first.next(), 2)));
            assertEquals(List.of("thing-1"), second.items().stream().map(r -> r.record().id()).toList());
            List<String> all = new ArrayList<>();
            audit.callers.runAs(ANA, () -> audit.log.forEach(Optional.empty(),
                    new ListQuery(List.of(), List.of(), PageRequest.first(2)), record -> all.add(record.by())));
            assertEquals(List.of("system", "ana", "ana", "ana"), all);
            Caller nobody = new Caller("ben", Set.of("test.thing.read"), Locale.ENGLISH);
            assertThrows(ProblemException.class,
                    () -> audit.callers.callAs(nobody, () -> audit.log.search(Optional.empty(), byAna)));
            assertEquals(1, audit.callers.callAs(nobody, () -> audit.log.activity(new RecordRef("test.thing", "thing-2"),
                    "test.thing.read", PageRequest.first(10))).items().size());
            assertThrows(ProblemException.class, () -> audit.callers.callAs(nobody, audit.verifier::start));
        }
    }
}
