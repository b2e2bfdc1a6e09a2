package org.zaledje.accounting.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestDoors;
import org.zaledje.testkit.Engine;

class AccountingRestTest {

    private static final String BASE = "/api/v1/accounting";
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final String SALE = """
            {"date":"2026-01-31","journal":"GEN","description":"Prodaja čaja","lines":[
            {"account":"120000","debit":"122.00"},{"account":"760000","credit":"100.00"},{"account":"260000","credit":"22.00"}]}""";

    private final ObjectMapper json = new ObjectMapper();
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
    void anEntryIsPostedAndReadBack() throws Exception {
        HttpResponse<String> answer = post("/entries", JSON, SALE);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode entry = json.readTree(answer.body());
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith(BASE + "/entries/" + entry.get("id").textValue());
        assertThat(entry.get("number").textValue()).isEqualTo("GEN-2026-1");
        assertThat(entry.get("date").textValue()).isEqualTo("2026-01-31");
        assertThat(entry.get("description").textValue()).isEqualTo("Prodaja čaja");
        assertThat(entry.get("lines").get(0).toString())
                .isEqualTo("{\"account\":\"120000\",\"debit\":\"122.00\",\"credit\":\"0.00\",\"description\":\"\"}");
        assertThat(json.readTree(get("/entries/" + entry.get("id").textValue()).body())).isEqualTo(entry);
        assertThat(get("/trial-balance").body()).startsWith("{\"rows\":[{\"account\":\"120000\"")
                .contains("\"balance\":\"-22.00\"").endsWith("\"debit\":\"122.00\",\"credit\":\"122.00\"}");
    }

    @Test
    void aBrokenEntryIsAnsweredWithEveryViolation() throws Exception {
        HttpResponse<String> unbalanced = post("/entries", JSON, SALE.replace("22.00\"}]", "21.00\"}]"));
        assertThat(unbalanced.statusCode()).isEqualTo(422);
        assertThat(unbalanced.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(json.readTree(unbalanced.body()).get("violations").get(0).get("rule").textValue())
                .isEqualTo("accounting.entry.not-balanced");

        HttpResponse<String> empty = post("/entries", JSON, "{\"lines\":[{},{\"account\":\"1\"}]}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(json.readTree(empty.body()).get("violations").findValuesAsText("location"))
                .containsExactly("/date", "/journal", "/description", "/lines/0/account");
        assertThat(post("/entries", JSON, "{}").statusCode()).isEqualTo(422);
        assertThat(post("/entries", JSON, "{\"lines\":[null]}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatCantBeReadIsAClientsMistake() throws Exception {
        assertThat(post("/entries", JSON, "").statusCode()).isBetween(400, 422);
        assertThat(post("/entries", JSON, "{").statusCode()).isEqualTo(400);
        assertThat(post("/entries", JSON, SALE.replace("122.00", "a lot")).statusCode()).isEqualTo(400);
        assertThat(post("/entries", JSON, SALE.replace("122.00", "1e999999999")).statusCode()).isBetween(400, 422);
        assertThat(post("/entries", JSON, SALE.replace("čaja", "\\u0000")).statusCode()).isEqualTo(400);
        assertThat(post("/entries", XML, "<entry/>").statusCode()).isEqualTo(415);
        assertThat(get("/entries?cursor=broken").statusCode()).isEqualTo(400);
        assertThat(get("/entries/not-a-uuid").statusCode()).isEqualTo(404);
        assertThat(get("/entries/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
        assertThat(get("/accounts?query=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void listsAreNarrowedAndSortedAndSayWhatCanBeAsked() throws Exception {
        post("/entries", JSON, SALE);
        post("/entries", JSON, SALE.replace("2026-01-31", "2026-02-28").replace("čaja", "KAVE"));
        post("/entries", JSON, SALE.replace("2026-01-31", "2026-03-31").replace("122.00", "222.00").replace("100.00", "200.00"));

        assertThat(numbers("/entries?sort=date")).containsExactly("GEN-2026-1", "GEN-2026-2", "GEN-2026-3");
        assertThat(numbers("/entries?sort=-total,date&date.from=2026-01-31&date.to=2026-02-28"))
                .containsExactly("GEN-2026-1", "GEN-2026-2");
        assertThat(numbers("/entries?description.contains=kave")).containsExactly("GEN-2026-2");
        assertThat(numbers("/entries?account=120000&journal=GEN&journal=PUR&total.from=200")).containsExactly("GEN-2026-3");
        assertThat(numbers("/entries?account=110000&number=")).isEmpty();

        assertRefused("/entries?colour=red", "list.parameter-unknown", "colour", "date.from, date.to");
        assertRefused("/entries?date.from=yesterday", "list.parameter-unreadable", "date.from", "2026-01-31");
        assertRefused("/entries?total.to=1e999999999", "list.parameter-unreadable", "total.to", "1234.50");
        assertRefused("/entries?postedAt.from=%2B999999999-01-01T00:00:00Z", "list.parameter-unreadable", "postedAt.from", "2026");
        assertRefused("/entries?sort=description", "list.sort-unknown", "sort", "number, date");
        assertRefused("/entries?limit=many", "list.parameter-unreadable", "limit", "1–500");
        assertRefused("/invoices?state=LOST", "list.parameter-unreadable", "state", "RECEIVED, POSTED");
        assertRefused("/invoices?state=POSTED&state=LOST", "list.parameter-unreadable", "state", "RECEIVED, POSTED");
        String next = json.readTree(get("/entries?limit=1&sort=date").body()).get("next").textValue();
        assertThat(json.readTree(get("/entries?limit=1&sort=-date&cursor=" + next).body()).get("code").textValue())
                .isEqualTo("paging.cursor-elsewhere");
    }

    private List<String> numbers(String path) throws Exception {
        return json.readTree(get(path).body()).get("items").findValuesAsText("number");
    }

    private void assertRefused(String path, String code, String location, String allowed) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").textValue()).isEqualTo(code);
        assertThat(problem.get("location").textValue()).isEqualTo(location);
        assertThat(problem.get("allowed").textValue()).contains(allowed);
    }

    @Test
    void entriesAndAccountsAreListed() throws Exception {
        post("/entries", JSON, SALE);
        post("/entries", JSON, SALE);

        JsonNode first = json.readTree(get("/entries?limit=1").body());
        assertThat(first.get("items")).hasSize(1);
        JsonNode second = json.readTree(get("/entries?limit=1&cursor=" + first.get("next").textValue()).body());
        assertThat(second.get("items").get(0).get("number").textValue()).isEqualTo("GEN-2026-1");
        assertThat(second.has("next")).isFalse();
        assertThat(json.readTree(get("/accounts?query=2200&limit=5").body()).get("items").get(0).toString()).isEqualTo(
                "{\"code\":\"220000\",\"name\":\"Kratkoročne obveznosti (dolgovi) do dobaviteljev v državi\","
                + "\"accountClass\":\"2\",\"reconcile\":true}");
    }

    @Test
    void anInvoiceGoesFromReceiptToTheLedger() throws Exception {
        byte[] document = TestAccounting.document("guide-example1.xml");
        HttpResponse<String> stored = doors.post(BASE + "/invoices", "text/xml; charset=utf-8", document);
        assertThat(stored.statusCode()).isEqualTo(201);
        JsonNode invoice = json.readTree(stored.body());
        String path = "/invoices/" + invoice.get("id").textValue();
        assertThat(stored.headers().firstValue("Location").orElseThrow()).endsWith(BASE + path);
        assertThat(invoice.get("totalAmount").textValue()).isEqualTo("250.33");
        assertThat(invoice.get("state").textValue()).isEqualTo("RECEIVED");
        assertThat(json.readTree(get(path).body())).isEqualTo(invoice);
        assertThat(json.readTree(get("/invoices").body()).get("items").get(0).has("lines")).isFalse();

        HttpResponse<String> original = get(path + "/original");
        assertThat(original.body()).isEqualTo(new String(document, StandardCharsets.UTF_8));
        assertThat(original.headers().firstValue("Content-Type").orElseThrow()).startsWith(XML);
        assertThat(original.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"12115118.xml\"");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        JsonNode proposal = json.readTree(get(path + "/proposal").body());
        assertThat(proposal.get("lines")).hasSize(3);
        assertThat(proposal.get("lines").get(0).toString())
                .isEqualTo("{\"account\":\"419000\",\"debit\":\"229.60\",\"credit\":\"0.00\",\"description\":\"\"}");
        assertThat(post(path + "/post", JSON, "{\"journal\":\"PUR\"}").statusCode()).isEqualTo(422);
        assertThat(post(path + "/post", XML, "<a/>").statusCode()).isEqualTo(415);
        HttpResponse<String> posted = doors.postNothing(BASE + path + "/post");
        assertThat(posted.statusCode()).isEqualTo(201);
        JsonNode entry = json.readTree(posted.body());
        assertThat(entry.get("number").textValue()).isEqualTo("PUR-2015-1");
        assertThat(posted.headers().firstValue("Location").orElseThrow())
                .endsWith(BASE + "/entries/" + entry.get("id").textValue());
        HttpResponse<String> again = post(path + "/post", JSON, proposal.toString());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json.readTree(again.body()).get("entryId")).isEqualTo(entry.get("id"));
        assertThat(json.readTree(get(path).body()).get("state").textValue()).isEqualTo("POSTED");
    }

    @Test
    void aProposalCanBeSentBackAsItIs() throws Exception {
        String path = "/invoices/" + json.readTree(doors.post(BASE + "/invoices", XML,
                TestAccounting.document("guide-example1.xml")).body()).get("id").textValue();

        assertThat(post(path + "/post", JSON, get(path + "/proposal").body()).statusCode()).isEqualTo(201);
    }

    @Test
    void aBrokenInvoiceIsAnsweredWithEveryRuleAndNotStored() throws Exception {
        String broken = TestAccounting.documentText("guide-example1.xml")
                .replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)[^<]*", "$11.00");

        HttpResponse<String> refused = post("/invoices", XML, broken);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json.readTree(refused.body()).get("violations").findValuesAsText("rule")).contains("BR-CO-15");
        JsonNode report = json.readTree(post("/invoices/validate", XML, broken).body());
        assertThat(report.get("valid").booleanValue()).isFalse();
        JsonNode violation = report.get("violations").get(0);
        assertThat(violation.get("severity").textValue()).isEqualTo("error");
        assertThat(violation.fieldNames()).toIterable().containsExactly("rule", "severity", "message", "location");
        assertThat(json.readTree(get("/invoices").body()).get("items")).isEmpty();
        assertThat(post("/invoices/validate", XML, TestAccounting.documentText("CII_example1.xml")).body())
                .isEqualTo("{\"valid\":true,\"violations\":[]}");
    }

    @Test
    void hostileDocumentsAreRefusedInTheCallersWords() throws Exception {
        assertCode("", 400, "accounting.invoice.malformed");
        assertCode("no xml", 400, "accounting.invoice.malformed");
        assertCode("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", 400,
                "accounting.invoice.doctype");
        assertCode("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>", 400,
                "accounting.invoice.doctype");
        assertCode("<html/>", 422, "accounting.invoice.unknown-document");
        assertThat(post("/invoices", JSON, "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void theSameInvoiceFromEightThreadsIsTakenOnce() throws Exception {
        byte[] document = TestAccounting.document("guide-example1.xml");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(pool.submit(() -> doors.post(BASE + "/invoices", XML, document)));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : sent) {
            statuses.add(answer.get().statusCode());
        }
        pool.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
        String stored = json.readTree(get("/invoices").body()).get("items").get(0).get("id").textValue();
        HttpResponse<String> again = doors.post(BASE + "/invoices", XML, document);
        assertThat(json.readTree(again.body()).get("invoiceId").textValue()).isEqualTo(stored);
        assertThat(json.readTree(again.body()).get("code").textValue()).isEqualTo("accounting.invoice.duplicate");
    }

    private void assertCode(String document, int status, String code) throws Exception {
        for (String path : List.of("/invoices", "/invoices/validate")) {
            HttpResponse<String> answer = post(path, XML, document);
            assertThat(answer.statusCode()).as(document).isEqualTo(status);
            assertThat(json.readTree(answer.body()).get("code").textValue()).isEqualTo(code);
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return doors.get(BASE + path);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return doors.post(BASE + path, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
