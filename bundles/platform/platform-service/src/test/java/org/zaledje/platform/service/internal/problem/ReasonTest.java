package org.zaledje.platform.service.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void aReasonIsOneLineWithoutClassNames() {
        assertEquals("Migration failed: syntax error in db/x.xml at 1",
                Reason.of(new IllegalStateException("liquibase.exception.LiquibaseException: Migration failed:\n"
                        + "  java.sql.SQLException: syntax error in db/x.xml\tat 1")));
    }

    @Test
    void aProblemWithoutAMessageIsNamed() {
        assertEquals("NullPointerException", Reason.of(new NullPointerException()));
    }

    @Test
    void ofNestedReasonsTheInnermostIsTold() {
        assertEquals("Unable to resolve org.example/1.0.0: missing requirement org.nowhere",
                Reason.of(new IllegalStateException("Unable to resolve root: missing requirement [root] x "
                        + "[caused by: Unable to resolve zaledje-x/1: missing requirement y "
                        + "[caused by: Unable to resolve org.example/1.0.0: missing requirement org.nowhere]]")));
    }

    @Test
    void aReasonIsBounded() {
        assertTrue(Reason.of(new IllegalStateException("x".repeat(100_000))).length() < 1_000);
    }
}
