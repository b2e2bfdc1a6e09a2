package org.zaledje.platform.service.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.testkit.Engine;

class AuditTrailTest {

    private static final Change CHANGE =
            Change.created(new RecordRef("test.thing", "1"), "test.thing.create", Map.of("name", "One"));

    @ParameterizedTest
    @EnumSource
    void aChangeIsKeptIfAndOnlyIfItsTransactionCommits(Engine engine) throws Exception {
        try (TestAudit audit = new TestAudit(engine)) {
            audit.record("1");
            assertThrows(ArithmeticException.class, () -> audit.database.transactions().required(() -> {
                audit.trail.record(CHANGE);
                throw new ArithmeticException();
            }));
            audit.sealer.sealAll();
            assertEquals(1, audit.count("sys_audit_record"));
            assertEquals(1, audit.count("sys_audit_link"));
            assertEquals(0, audit.count("sys_audit_pending"));
            assertEquals(1, audit.chain.head().position());
            assertThrows(IllegalStateException.class, () -> audit.trail.record(CHANGE));
        }
    }
}
