package org.zaledje.accounting.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestDoors;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.testkit.Engine;

class AccountingSoapTest {

    private TestAccounting accounting;
    private TestDoors doors;

    @BeforeEach
    void open() throws Exception {
        accounting = new TestAccounting(Engine.H2);
        doors = new TestDoors(accounting);
    }

    @AfterEach
    void close() throws Exception {
        doors.close();
        accounting.close();
    }

    @Test
    void theWsdlOffersEveryOperation() throws Exception {
        assertThat(doors.get("/soap/accounting?wsdl").body())
                .contains("urn:zaledje:accounting", "AccountingService", "submitInvoice", "validateInvoice",
                "getInvoice",
                        "postEntry", "getTrialBalance", "SoapProblem");
    }

    @Test
    void anInvoiceIsSubmittedAsItIs() throws Exception {
        HttpResponse<String> answer = call("submitInvoice", invoice());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ReceivedInvoice stored = accounting.invoices.list(PageRequest.first(1)).items().get(0);
        assertThat(answer.body().replaceAll("<(/?)\\w+:", "<$1"))
                .contains("<id>" + stored.id() + "</id>", "<totalAmount>250.33</totalAmount>");
        String original = new String(accounting.invoices.original(stored.id()).orElseThrow().content(),
                StandardCharsets.UTF_8);
        assertThat(original).contains("<cbc:ID>12115118</cbc:ID>").doesNotContain("Envelope");
        assertThat(answer("getInvoice", "<id>" + stored.id() + "</id>"))
                .contains("<number>12115118</number>", "<line>");
    }

    @Test
    void aSecondSendIsAFaultThatNamesTheFirst() throws Exception {
        call("submitInvoice", invoice());
        String first = accounting.invoices.list(PageRequest.first(1)).items().get(0).id().toString();

        HttpResponse<String> answer = call("submitInvoice", invoice());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("accounting.invoice.duplicate", ">409<", "invoiceId", first);
    }

    @Test
    void aBrokenInvoiceIsAFaultWithEveryRule() throws Exception {
        String broken = invoice().replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)[^<]*", "$11.00");

        assertThat(answer("submitInvoice", broken))
                .contains("accounting.invoice.rules-broken", ">422<", "BR-CO-15", "BR-CO-16");
        assertThat(answer("validateInvoice", broken)).contains("<valid>false</valid>", "BR-CO-15")
                .doesNotContain("Fault");
        assertThat(answer("validateInvoice", invoice())).contains("<valid>true</valid>");
        assertThat(answer("submitInvoice", "")).contains("accounting.invoice.malformed");
        assertThat(accounting.invoices.list(PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void anEntryIsPostedAndSummed() throws Exception {
        String entry = "<entry><date>2026-01-31</date><journal>GEN</journal><description>Prodaja čaja</description>"
                + "<line><account>120000</account><debit>122.00</debit></line>"
                + "<line><account>760000</account><credit>100.00</credit></line>"
                + "<line><account>260000</account><credit>22.00</credit></line></entry>";

        assertThat(answer("postEntry", entry)).contains("<number>GEN-2026-1</number>");
        assertThat(answer("getTrialBalance", "")).contains("<balance>-22.00</balance>", "<debit>122.00</debit>");
        assertThat(answer("postEntry", entry.replace("22.00</credit>", "21.00</credit>")))
                .contains("accounting.entry.not-balanced");
        assertThat(answer("postEntry", "")).contains("accounting.entry.value-missing", "/date", "/journal");
        assertThat(answer("postEntry", entry.replace("2026-01-31", "yesterday")))
                .contains("accounting.entry.date-unreadable");
        assertThat(answer("getInvoice", "<id>1</id>")).contains("accounting.invoice.not-found", ">404<");
    }

    private static String invoice() {
        return TestAccounting.documentText("guide-example1.xml").replaceFirst("<\\?xml[^>]*>", "");
    }

    /** The answer without namespace prefixes. */
    private String answer(String operation, String content) throws Exception {
        return call(operation, content).body().replaceAll("<(/?)\\w+:", "<$1");
    }

    private HttpResponse<String> call(String operation, String content) throws Exception {
        String message = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<" + operation + " xmlns=\"urn:zaledje:accounting\">" + content + "</" + operation + ">"
                + "</soap:Body></soap:Envelope>";
        return doors.post("/soap/accounting", "text/xml; charset=utf-8", message.getBytes(StandardCharsets.UTF_8));
    }
}
