package org.zaledje.accounting.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.testkit.Engine;

class ChartTest {

    @Test
    void theSlovenianChartIsReadWhole() {
        List<Account> chart = ChartImport.slovenianChart();

        assertThat(chart).hasSize(389).doesNotHaveDuplicates();
        assertThat(chart).allSatisfy(account -> {
            assertThat(account.code()).matches("\\d{6}");
            assertThat(account.name()).isNotBlank();
            assertThat(account.accountClass()).matches("\\d");
        });
        assertThat(chart).contains(new Account("100000", "Denarna sredstva v blagajni, razen deviznih sredstev", "1",
                false));
    }

    @ParameterizedTest
    @EnumSource
    void accountsAreFoundByTheBeginningOfTheirCodeOrAPartOfTheirName(Engine engine) {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            assertThat(codes(accounting, "2200")).containsExactly("220000");
            assertThat(codes(accounting, "DRŽAVI")).contains("120000", "220000");
            assertThat(codes(accounting, "ddv 9,5% - eu")).containsExactly("160003");
            assertThat(codes(accounting, "ddv 22%")).contains("160000", "260000").doesNotContain("160001");
            assertThat(codes(accounting, "")).hasSize(389);
            assertThat(accounting.chart.search("", 5)).hasSize(5);
            assertThat(codes(accounting, "120000\0")).isEmpty();
            assertThat(codes(accounting, "120000\\")).isEmpty();
            assertThat(accounting.chart.find("120000")).map(Account::reconcile).contains(true);
            assertThat(accounting.chart.find("12")).isEmpty();
            assertThat(accounting.chart.find("\0")).isEmpty();
        }
    }

    private static List<String> codes(TestAccounting accounting, String text) {
        return accounting.chart.search(text, 1000).stream().map(Account::code).toList();
    }
}
