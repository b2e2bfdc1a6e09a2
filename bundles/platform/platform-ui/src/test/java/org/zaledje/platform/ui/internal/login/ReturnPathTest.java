package org.zaledje.platform.ui.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "functions", "ledger/invoices/018f3c2a-7b1e-7c3d-9e2f-0a1b2c3d4e5f", "ledger?account=120000&year=2026",
        "hr/people/%C5%BDiga", "loginpage"
    })
    void leadsToPagesOfOurs(String asked) {
        assertThat(ReturnPath.of(asked)).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "//evil.example", "/functions", "https://evil.example", "https:/evil.example", "javascript:alert(1)",
        "\\\\evil.example", "a\\b", "a//b", "../x", "a/../b", "a/./b", ".hidden", "a b", "a\nb", "a?x=<script>", "a#b",
        "login", "login?next=functions", "login/x"
    })
    void leadsNowhereElse(String asked) {
        assertThat(ReturnPath.of(asked)).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(ReturnPath.of("a".repeat(500))).isPresent();
        assertThat(ReturnPath.of("a".repeat(501))).isEmpty();
    }
}
