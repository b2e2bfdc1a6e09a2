package org.zaledje.accounting.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.testkit.Engine;

class InvoiceVerificationTest {

    private static final String ALTERED = " accounting.verify.invoice-altered";

    private TestAccounting accounting;

    @AfterEach
    void close() {
        accounting.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachAlteredOrDeletedInvoiceIsNamed(Engine engine) throws Exception {
        accounting = new TestAccounting(engine);
        UUID first = received("one");
        UUID second = received("two");
        UUID third = received("three");
        accounting.invoices.post(second, accounting.invoices.propose(second));
        assertThat(codes()).isEmpty();

        execute("update acc_invoice set payable_amount = payable_amount * 2 where id = '" + first + "'");
        assertThat(codes()).containsExactly(first + ALTERED);
        execute("update acc_invoice set payable_amount = payable_amount / 2 where id = '" + first + "'");
        assertThat(codes()).isEmpty();

        execute("update acc_invoice set entry_id = null, entry_number = null where id = '" + second + "'");
        execute("update acc_invoice_original set content = (select content from acc_invoice_original where id = '" + first
                + "') where id = '" + third + "'");
        execute("delete from acc_invoice_original where id = '" + first + "'");
        execute("delete from acc_invoice where id = '" + first + "'");
        assertThat(codes()).containsExactly(second + ALTERED, third + ALTERED, first + " accounting.verify.invoice-deleted");

        execute("insert into acc_invoice select company_id, cast('" + new UUID(1, 1) + "' as uuid), kind, 'slipped in', issue_date,"
                + " due_date, seller_name, seller_id, buyer_name, currency, net_amount, vat_amount, total_amount, payable_amount,"
                + " note, received_at_ms, received_by, null, null from acc_invoice where id = '" + second + "'");
        assertThat(codes()).contains(new UUID(1, 1) + " accounting.verify.invoice-without-audit");
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceThatIsPostedMeanwhileIsNotTakenForAltered(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID invoice = received("one");
        Told told = new Told();
        told.afterReading = () -> accounting.invoices.post(invoice, accounting.invoices.propose(invoice));
        accounting.invoiceVerification.verify(told);
        assertThat(told.found).isEmpty();
        assertThat(accounting.invoices.find(invoice).orElseThrow().entryId()).isPresent();
    }

    private UUID received(String number) {
        return accounting.invoices.submit(TestAccounting.documentText("guide-example1.xml")
                .replace(">12115118<", ">" + number + "<").getBytes(StandardCharsets.UTF_8)).id();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = accounting.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> codes() {
        Told told = new Told();
        accounting.invoiceVerification.verify(told);
        return told.found.stream().map(finding -> finding.id() + " " + finding.code()).toList();
    }

    /** What the audit trail knows. */
    private final class Told implements Verification.Findings {

        private final List<Finding> found = new ArrayList<>();
        private Runnable afterReading = () -> { };

        @Override
        public void found(Finding finding) {
            found.add(finding);
        }

        @Override
        public void read(long rows) {
            assertThat(rows).isNotNegative();
        }

        @Override
        public Map<String, String> digests(UUID company, String type, List<String> ids) {
            Map<String, String> digests = known();
            Runnable once = afterReading;
            afterReading = () -> { };
            once.run();
            return digests;
        }

        @Override
        public List<String> digestedAfter(UUID company, String type, String after, int limit) {
            return known().keySet().stream().sorted().filter(id -> id.compareTo(after) > 0).limit(limit).toList();
        }

        private Map<String, String> known() {
            Map<String, String> digests = new HashMap<>();
            accounting.changes.stream().filter(change -> change.record().type().equals(InvoicePosting.AUDIT_TYPE))
                    .forEach(change -> change.digest().ifPresent(digest -> digests.put(change.record().id(), digest)));
            return digests;
        }
    }
}
