package org.zaledje.platform.ui.internal.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionPathsTest {

    @ParameterizedTest
    @CsvSource({"ledger,ledger", "ledger,ledger/invoices/:id", "it-service,it-service"})
    void aFunctionHasThePagesBelowItsId(String function, String path) {
        assertThat(FunctionPaths.isOwn(function, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ledger,ledgers", "ledger,hr/people", "ledger,''", "ledger,/ledger", "login,login",
        "functions,functions/x", "Ledger,Ledger", "-,-"})
    void aFunctionHasNoOtherPages(String function, String path) {
        assertThat(FunctionPaths.isOwn(function, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VAADIN", "a_b", "ä", "a.b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void whatCanBeNoFunctionIsNotTakenForOne(String id) {
        assertThat(FunctionPaths.isId(id)).isFalse();
    }
}
