package org.zaledje.accounting.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoice.State;
import org.zaledje.accounting.ledger.TrialBalance;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.testkit.Engine;

class AccountingDemoTest {

    @Test
    void theDemoInvoicesKeepEveryRule() {
        try (TestAccounting accounting = new TestAccounting(Engine.H2)) {
            for (String file : AccountingDemo.INVOICES) {
                assertThat(accounting.checks.validate(AccountingDemo.read(file)).violations()).as(file).isEmpty();
            }
        }
    }

    @Test
    void loadingItTwiceMakesNothingTwice() {
        try (TestAccounting accounting = new TestAccounting(Engine.H2)) {
            AccountingDemo demo = new AccountingDemo(accounting.invoices, accounting.ledger);
            demo.load();
            List<ReceivedInvoice> invoices = accounting.invoices.list(PageRequest.first(50)).items();
            TrialBalance balance = accounting.ledger.trialBalance();

            demo.load();

            assertThat(accounting.invoices.list(PageRequest.first(50)).items()).isEqualTo(invoices);
            assertThat(accounting.ledger.trialBalance()).isEqualTo(balance);
            assertThat(invoices).hasSize(AccountingDemo.INVOICES.size());
            assertThat(invoices).filteredOn(invoice -> invoice.state() == State.POSTED)
                    .hasSize(AccountingDemo.POSTED.size());
            assertThat(balance.debit()).isEqualTo(balance.credit()).isPositive();
        }
    }
}
