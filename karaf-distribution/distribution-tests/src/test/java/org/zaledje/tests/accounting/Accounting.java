package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;

/** A partner who uses accounting over REST. */
public record Accounting(Rest rest) {

    static final String BASE = "/api/v1/accounting";

    /** Sends an invoice that must be taken, and gives its id. */
    public String submitted(byte[] invoice) {
        Answer answer = submit(invoice);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    public Answer submit(byte[] invoice) {
        return rest.post(BASE + "/invoices", Rest.XML, invoice);
    }

    public Answer validate(byte[] document) {
        return rest.post(BASE + "/invoices/validate", Rest.XML, document);
    }

    public Answer invoice(String id) {
        return rest.get(BASE + "/invoices/" + id);
    }

    public Answer original(String id) {
        return rest.get(BASE + "/invoices/" + id + "/original");
    }

    /** Posts an invoice as it is proposed. */
    public Answer post(String id) {
        return rest.send("POST", BASE + "/invoices/" + id + "/post", BodyPublishers.noBody());
    }

    public Answer postEntry(String json) {
        return rest.post(BASE + "/entries", json);
    }

    /** Posts an entry that must be taken, and gives its id. */
    public String posted(String json) {
        Answer answer = postEntry(json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    public Answer entry(String id) {
        return rest.get(BASE + "/entries/" + id);
    }

    public JsonNode trialBalance() {
        Answer answer = rest.get(BASE + "/trial-balance");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** The way that the latest change of a record came, as the audit trail tells. */
    public String door(String id) {
        return rest.get("/api/v1/audit/records?recordId=" + id).json().path("items").path(0).path("door").asText();
    }

    /** What the account has been debited with so far. */
    public BigDecimal debit(String account) {
        for (JsonNode row : trialBalance().path("rows")) {
            if (row.path("account").asText().equals(account)) {
                return new BigDecimal(row.path("debit").asText());
            }
        }
        return BigDecimal.ZERO;
    }

    /** How many invoices there are; at most as many as a page holds. */
    public int invoices() {
        return rest.get(BASE + "/invoices?limit=500").json().path("items").size();
    }

    /** How many entries there are; at most as many as a page holds. */
    public int entries() {
        return rest.get(BASE + "/entries?limit=500").json().path("items").size();
    }

    /** The sale of the project's description: 122.00 with 22 % VAT. */
    public static String sale() {
        return entry("122.00", "100.00", "22.00");
    }

    public static String entry(String receivable, String revenue, String vat) {
        return """
                {"date":"2026-01-31","journal":"GEN","description":"Sale","lines":[
                 {"account":"120000","debit":"%s"},
                 {"account":"760000","credit":"%s"},
                 {"account":"260000","credit":"%s"}]}
                """.formatted(receivable, revenue, vat);
    }

    /** The path of a location that may be given with or without host. */
    static String path(String location) {
        return URI.create(location).getPath();
    }
}
