package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Zaledje;

/** Accounting over SOAP, called by a client that was generated from the published WSDL. */
@ExtendWith(ZaledjeExtension.class)
class SoapIT {

    private final Zaledje zaledje;
    private final Accounting accounting;
    private SoapClient soap;

    SoapIT(Zaledje zaledje) {
        this.zaledje = zaledje;
        accounting = new Accounting(zaledje.rest());
    }

    @BeforeEach
    void generateTheClient() {
        zaledje.ensure("accounting");
        soap = client(Zaledje.PASSWORD);
    }

    @AfterEach
    void end() {
        soap.close();
    }

    private SoapClient client(String password) {
        return new SoapClient(zaledje.url() + "/soap/accounting?wsdl", Zaledje.ADMIN, password);
    }

    @Test
    void anInvoiceSentOverSoapIsThereOverRest() throws Exception {
        JsonNode stored = soap.send("submitInvoice", Invoices.fresh());

        String id = stored.path("id").asText();
        JsonNode invoice = accounting.invoice(id).json();
        assertThat(stored.path("sellerName").asText()).isEqualTo("De Koksmaat");
        assertThat(invoice.path("sellerName").asText()).isEqualTo("De Koksmaat");
        assertThat(accounting.validate(accounting.original(id).body()).json().path("valid").asBoolean()).isTrue();
        assertThat(accounting.door(id)).isEqualTo("soap");
        assertThat(soap.call("getInvoice", Map.of("id", id)).path("number").asText())
                .isEqualTo(invoice.path("number").asText());
    }

    @Test
    void anInvoiceThatBreaksRulesIsAFaultWithEachOfThem() throws Exception {
        int before = accounting.invoices();

        JsonNode problem = fault(() -> soap.send("submitInvoice", Invoices.withWrongTotal()));

        assertThat(problem.path("code").asText()).isEqualTo("accounting.invoice.rules-broken");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("violations").findValuesAsText("rule")).contains("BR-CO-15");
        assertThat(accounting.invoices()).isEqualTo(before);
    }

    @Test
    void validatingTellsTheRulesWithoutAFault() throws Exception {
        JsonNode report = soap.send("validateInvoice", Invoices.withWrongTotal());

        assertThat(report.path("valid").asBoolean()).isFalse();
        assertThat(report.path("violation").findValuesAsText("rule")).contains("BR-CO-15");
    }

    @Test
    void theSecondSendOfAnInvoiceNamesTheFirst() throws Exception {
        byte[] file = Invoices.fresh();
        String first = accounting.submitted(file);

        JsonNode problem = fault(() -> soap.send("submitInvoice", file));

        assertThat(problem.path("code").asText()).isEqualTo("accounting.invoice.duplicate");
        assertThat(problem.path("member").findValuesAsText("value")).contains(first);
    }

    @Test
    void anEntryPostedOverSoapIsThereOverRestAndInTheTrialBalance() throws Exception {
        JsonNode posted = soap.call("postEntry", Map.of("entry", entry("100.00")));

        JsonNode overRest = accounting.entry(posted.path("id").asText()).json();
        assertThat(overRest.path("number").asText()).isEqualTo(posted.path("number").asText()).startsWith("GEN-2026-");
        JsonNode balance = soap.call("getTrialBalance", Map.of());
        assertThat(balance.path("debit").decimalValue()).isEqualByComparingTo(balance.path("credit").decimalValue());
        assertThat(balance.path("debit").decimalValue())
                .isEqualByComparingTo(accounting.trialBalance().path("debit").asText());
    }

    @Test
    void anUnbalancedEntryIsAFaultWithTheSameCodeAsOverRest() throws Exception {
        int before = accounting.entries();

        JsonNode problem = fault(() -> soap.call("postEntry", Map.of("entry", entry("99.99"))));

        assertThat(problem.path("code").asText()).isEqualTo("accounting.entry.invalid")
                .isEqualTo(accounting.postEntry(Accounting.entry("122.00", "99.99", "22.00")).code());
        assertThat(problem.path("violations").findValuesAsText("rule")).contains("accounting.entry.not-balanced");
        assertThat(accounting.entries()).isEqualTo(before);
    }

    @Test
    void anInvoiceThatIsNotThereIsAFault() throws Exception {
        JsonNode problem = fault(() -> soap.call("getInvoice", Map.of("id", UUID.randomUUID().toString())));

        assertThat(problem.path("code").asText()).isEqualTo("accounting.invoice.not-found");
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (SoapClient stranger = client("wrong")) {
            Throwable refused = catchThrowable(() -> stranger.call("getTrialBalance", Map.of()));

            assertThat(refused).isNotNull();
            assertThat(refused.toString() + refused.getCause()).containsAnyOf("401", "User name or password is wrong");
        }
    }

    @Test
    void aPartnerLogsInByWsSecurityWithPasswordOrToken() throws Exception {
        try (SoapClient partner = SoapClient.anonymous(zaledje.url() + "/soap/accounting?wsdl")
                .withSecurityHeader(Zaledje.ADMIN, Zaledje.PASSWORD)) {
            assertThat(partner.call("getTrialBalance", Map.of()).has("debit")).isTrue();
            assertThat(partner.call("postEntry", Map.of("entry", entry("100.00"))).path("id").asText()).isNotEmpty();
        }
        try (SoapClient stranger = SoapClient.anonymous(zaledje.url() + "/soap/accounting?wsdl")
                .withSecurityHeader(Zaledje.ADMIN, "wrong")) {
            Throwable refused = catchThrowable(() -> stranger.call("getTrialBalance", Map.of()));
            assertThat(refused.toString() + refused.getCause()).containsAnyOf("401", "User name or password is wrong");
        }
    }

    @Test
    void theExampleOfWsSecurityWorksWithAToken() throws Exception {
        String token = zaledje.rest().post("/api/v1/people/me/tokens", "{\"name\":\"SOAP example\",\"days\":1}").json()
                .get("secret").asText();
        String message = Files.readString(Path.of("../../docs/examples/trial-balance-ws-security.xml"))
                .replace("USER", Zaledje.ADMIN).replace("PASSWORD", token);
        Answer answer = zaledje.anonymous().post("/soap/accounting", "text/xml", message.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).contains("getTrialBalanceResponse");
    }

    private static Map<String, Object> entry(String revenue) {
        return Map.of("date", "2026-01-31", "journal", "GEN", "description", "Sale", "line", List.of(
                Map.of("account", "120000", "debit", "122.00"),
                Map.of("account", "760000", "credit", revenue),
                Map.of("account", "260000", "credit", "22.00")));
    }

    private interface Call {
        Object make() throws Exception;
    }

    private JsonNode fault(Call call) throws Exception {
        Throwable fault = catchThrowable(call::make);
        assertThat(fault).as("a fault").isNotNull();
        return soap.problem(fault);
    }
}
