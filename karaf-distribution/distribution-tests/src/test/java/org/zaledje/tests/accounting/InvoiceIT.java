package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Zaledje;

/** A supplier's invoice, from its arrival over REST to the trial balance. */
@ExtendWith(ZaledjeExtension.class)
class InvoiceIT {

    private final Zaledje zaledje;
    private final Accounting accounting;

    InvoiceIT(Zaledje zaledje) {
        this.zaledje = zaledje;
        accounting = new Accounting(zaledje.rest());
    }

    @BeforeEach
    void accountingRuns() {
        zaledje.ensure("accounting");
    }

    @Test
    void anInvoiceIsStoredWithItsOriginalByteForByte() {
        byte[] file = Invoices.fresh();

        Answer submitted = accounting.submit(file);

        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        String id = submitted.json().path("id").asText();
        assertThat(Accounting.path(submitted.header("Location"))).isEqualTo("/api/v1/accounting/invoices/" + id);
        Answer stored = accounting.invoice(id);
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.json().path("sellerName").asText()).isEqualTo("De Koksmaat");
        assertThat(stored.json().path("currency").asText()).isEqualTo("EUR");
        assertThat(stored.json().path("state").asText()).isEqualTo("RECEIVED");
        assertThat(stored.json().path("lines")).hasSize(20);
        assertThat(accounting.door(id)).isEqualTo("rest");
        Answer original = accounting.original(id);
        assertThat(original.body()).isEqualTo(file);
        assertThat(original.header("Content-Disposition")).startsWith("attachment");
        assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "guide-example1.xml", "ubl-tc434-example1.xml", "ubl-tc434-example4.xml", "ubl-tc434-creditnote1.xml"})
    void theExamplesOfTheStandardAreValid(String file) {
        Answer report = accounting.validate(Invoices.file(file));

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.json().path("valid").asBoolean()).as(report.toString()).isTrue();
    }

    @Test
    void aWrongTotalIsRefusedByTheRuleThatItBreaksAndNothingIsStored() {
        byte[] wrong = Invoices.withWrongTotal();
        int before = accounting.invoices();

        Answer refused = accounting.submit(wrong);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.mediaType()).isEqualTo("application/problem+json");
        assertThat(refused.code()).isEqualTo("accounting.invoice.rules-broken");
        assertThat(refused.violation("BR-CO-15")).isPresent();
        assertThat(accounting.invoices()).isEqualTo(before);
    }

    @Test
    void validatingTellsEveryBrokenRuleAndStoresNothing() {
        int before = accounting.invoices();

        Answer report = accounting.validate(Invoices.withWrongTotal());

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.json().path("valid").asBoolean()).isFalse();
        JsonNode violation = report.violation("BR-CO-15").orElseThrow();
        assertThat(violation.path("severity").asText()).isEqualTo("error");
        assertThat(violation.path("message").asText()).isNotBlank();
        assertThat(violation.path("location").asText()).contains("Invoice");
        assertThat(accounting.invoices()).isEqualTo(before);
    }

    @Test
    void aDocumentThatBreaksTheSchemaHasItsRulesCheckedAllTheSame() {
        String wrong = new String(Invoices.withWrongTotal(), StandardCharsets.UTF_8);
        String brokenTwice = wrong.replace("<cbc:IssueDate>", "<cbc:Surplus>x</cbc:Surplus><cbc:IssueDate>");

        Answer report = accounting.validate(brokenTwice.getBytes(StandardCharsets.UTF_8));

        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        assertThat(report.violation("XSD")).isPresent();
        assertThat(report.violation("BR-CO-15")).isPresent();
    }

    @Test
    void theSecondSendOfAnInvoiceNamesTheFirst() {
        byte[] file = Invoices.fresh();
        String first = accounting.submitted(file);

        Answer second = accounting.submit(file);

        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("accounting.invoice.duplicate");
        assertThat(second.json().path("invoiceId").asText()).isEqualTo(first);
    }

    @Test
    void ofTheSameInvoiceSentManyTimesAtOnceExactlyOneIsStored() throws Exception {
        byte[] file = Invoices.fresh();
        int before = accounting.invoices();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> send = () -> accounting.submit(file);
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : senders.invokeAll(List.of(send, send, send, send, send, send, send, send))) {
                answers.add(answer.get());
            }

            assertThat(answers).extracting(Answer::status)
                    .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
            String stored = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow()
                    .json().path("id").asText();
            assertThat(answers).filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.json().path("invoiceId").asText()).isEqualTo(stored));
            assertThat(accounting.invoices()).isEqualTo(before + 1);
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void aPostedInvoiceIsABalancedEntryInTheTrialBalance() {
        String id = accounting.submitted(Invoices.fresh());
        JsonNode before = accounting.trialBalance();

        Answer posted = accounting.post(id);

        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        JsonNode entry = posted.json();
        assertThat(entry.path("number").asText()).matches("PUR-[0-9]{4}-[0-9]+");
        assertThat(Accounting.path(posted.header("Location")))
                .isEqualTo("/api/v1/accounting/entries/" + entry.path("id").asText());
        assertThat(accounting.entry(entry.path("id").asText()).json()).isEqualTo(entry);
        JsonNode invoice = accounting.invoice(id).json();
        assertThat(invoice.path("state").asText()).isEqualTo("POSTED");
        assertThat(invoice.path("entryNumber").asText()).isEqualTo(entry.path("number").asText());
        assertThat(entry.path("total").asText()).isEqualTo(invoice.path("totalAmount").asText());
        assertThat(sum(entry, "debit")).isEqualByComparingTo(sum(entry, "credit"));
        JsonNode after = accounting.trialBalance();
        assertThat(after.path("debit").asText()).isEqualTo(after.path("credit").asText());
        assertThat(amount(after, "debit").subtract(amount(before, "debit")))
                .isEqualByComparingTo(amount(entry, "total"));
    }

    @Test
    void anInvoiceIsPostedOnce() {
        String id = accounting.submitted(Invoices.fresh());
        String entry = accounting.post(id).json().path("id").asText();

        Answer second = accounting.post(id);

        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("accounting.invoice.already-posted");
        assertThat(second.json().path("entryId").asText()).isEqualTo(entry);
    }

    @Test
    void anEntryMadeByHandIsNumberedAndGivenBackAsItWasSent() {
        Answer posted = accounting.postEntry(Accounting.sale());

        assertThat(posted.status()).as(posted.toString()).isEqualTo(201);
        JsonNode entry = posted.json();
        assertThat(entry.path("number").asText()).matches("GEN-2026-[0-9]+");
        assertThat(entry.path("lines").get(0).path("debit").asText()).isEqualTo("122.00");
        assertThat(accounting.entry(entry.path("id").asText()).json()).isEqualTo(entry);
    }

    private static BigDecimal amount(JsonNode node, String member) {
        return new BigDecimal(node.path(member).asText());
    }

    private static BigDecimal sum(JsonNode entry, String side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : entry.path("lines")) {
            sum = sum.add(amount(line, side));
        }
        return sum;
    }
}
