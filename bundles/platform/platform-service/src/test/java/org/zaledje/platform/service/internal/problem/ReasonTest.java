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
    void aReasonIsBounded() {
        assertTrue(Reason.of(new IllegalStateException("x".repeat(100_000))).length() < 1_000);
    }
}
