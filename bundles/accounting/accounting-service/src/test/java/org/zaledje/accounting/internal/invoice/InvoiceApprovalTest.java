package org.zaledje.accounting.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestApprovals;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.testkit.Engine;

class InvoiceApprovalTest {

    private static final String IN_KRONER = "ubl-tc434-example4.xml";

    private static RecordRef record(UUID invoice) {
        return new RecordRef(AccountingRecords.INVOICE, invoice.toString());
    }

    private static String refused(TestAccounting accounting, UUID invoice) {
        return catchThrowableOfType(ProblemException.class,
                () -> accounting.invoices.post(invoice, accounting.invoices.propose(invoice))).code();
    }

    @ParameterizedTest
    @EnumSource
    void whatHasToBeApprovedIsSentWhenItIsReceivedAndPostedWhenItIsApproved(Engine engine) {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            accounting.procedures.asks = true;
            ReceivedInvoice invoice = accounting.invoices.submit(TestAccounting.document("ubl-tc434-example1.xml"));
            TestApprovals.Started started = accounting.procedures.started.get(0);
            assertThat(started.record()).isEqualTo(record(invoice.id()));
            assertThat(started.makers()).isEqualTo(Set.of("ana"));
            assertThat(started.facts()).containsEntry("amount", invoice.totalAmount().toPlainString())
                    .containsEntry("kind", "INVOICE").containsEntry("seller", invoice.sellerName());
            assertThat(refused(accounting, invoice.id())).isEqualTo("accounting.invoice.under-approval");
            accounting.procedures.states.put(record(invoice.id()), ProcedureRun.State.REJECTED);
            assertThat(refused(accounting, invoice.id())).isEqualTo("accounting.invoice.turned-down");
            accounting.procedures.states.put(record(invoice.id()), ProcedureRun.State.APPROVED);
            accounting.invoices.post(invoice.id(), accounting.invoices.propose(invoice.id()));
            assertThat(accounting.invoices.find(invoice.id()).orElseThrow().state()).isEqualTo(ReceivedInvoice.State.POSTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReceivedBeforeIsSentByHand(Engine engine) {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            ReceivedInvoice invoice = accounting.invoices.submit(TestAccounting.document("ubl-tc434-example1.xml"));
            assertThat(accounting.procedures.started).isEmpty();
            accounting.procedures.asks = true;
            assertThat(refused(accounting, invoice.id())).isEqualTo("accounting.invoice.not-approved");
            accounting.invoices.requestApproval(invoice.id());
            assertThat(accounting.procedures.started).hasSize(1);
            accounting.procedures.states.put(record(invoice.id()), ProcedureRun.State.APPROVED);
            assertThat(catchThrowableOfType(ProblemException.class, () -> accounting.invoices.requestApproval(invoice.id())).code())
                    .isEqualTo("accounting.invoice.approved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAmountIsToldInTheCompanysCurrency(Engine engine) {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            accounting.procedures.asks = true;
            ReceivedInvoice invoice = accounting.invoices.submit(TestAccounting.document(IN_KRONER));
            assertThat(invoice.currency().getCurrencyCode()).isEqualTo("DKK");
            assertThat(accounting.procedures.started.get(0).facts()).containsEntry("amount",
                    invoice.totalAmount().multiply(new BigDecimal("0.13")).setScale(2, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }
}
