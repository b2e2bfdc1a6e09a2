package org.zaledje.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FunctionRulesTest {

    @Test
    void whatGoesRoundItsCompanyIsNamed() {
        AssertionError broken = assertThrows(AssertionError.class,
                () -> FunctionRules.check("org.zaledje.platform.persistence"));
        assertTrue(broken.getMessage().contains("JpaCompanyRows"), broken.getMessage());
    }

    @Test
    void whatReachesRowsThroughTheirCompanyPasses() {
        assertDoesNotThrow(() -> FunctionRules.check("org.zaledje.platform.paging"));
    }
}
