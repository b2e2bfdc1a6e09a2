package org.zaledje.accounting.internal;

import org.junit.jupiter.api.Test;
import org.zaledje.testkit.FunctionRules;

class AccountingRulesTest {

    @Test
    void rowsAreReachedThroughTheirCompany() {
        FunctionRules.check("org.zaledje.accounting");
    }
}
