package org.zaledje.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.company.Staff;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Files on records, over REST. */
@ExtendWith(ZaledjeExtension.class)
class DocumentsIT {

    private static final String DOCUMENTS = "/api/v1/documents";
    private static final String FILE = "application/octet-stream";

    private final Zaledje zaledje;
    private Rest rest;

    DocumentsIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @BeforeEach
    void accountingAndNotesRun() {
        zaledje.ensure("accounting");
        zaledje.ensure("notes");
        rest = zaledje.rest();
    }

    @Test
    void aFileOnAnInvoiceIsListedAndComesBackByteForByte() {
        String invoice = new Accounting(rest).submitted(Invoices.fresh());
        byte[] file = new byte[300_000];
        new Random(7).nextBytes(file);
        JsonNode document = attached(invoice(invoice), "pogodba%20%C4%8D.bin", file);

        JsonNode listed = rest.get(DOCUMENTS + "?" + invoice(invoice)).json().path("items").get(0);
        assertThat(listed).isEqualTo(document);
        assertThat(listed.path("title").asText()).isEqualTo("pogodba č.bin");
        assertThat(listed.path("latest").path("bytes").asLong()).isEqualTo(file.length);

        Answer whole = rest.get(content(document));
        assertThat(whole.body()).isEqualTo(file);
        assertThat(whole.header("Content-Disposition")).startsWith("attachment;").contains("filename*=UTF-8''pogodba%20%C4%8D.bin");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(rest.with("If-None-Match", whole.header("ETag")).get(content(document)).status()).isEqualTo(304);
    }

    @Test
    void aPartOfAFileComesByRange() {
        JsonNode document = attached(note(), "digits.txt", "0123456789".getBytes(StandardCharsets.UTF_8));
        Answer middle = rest.with("Range", "bytes=2-5").get(content(document));
        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.text()).isEqualTo("2345");
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 2-5/10");
        assertThat(rest.with("Range", "bytes=-3").get(content(document)).text()).isEqualTo("789");
        assertThat(rest.with("Range", "bytes=7-").get(content(document)).text()).isEqualTo("789");
        assertThat(rest.with("Range", "bytes=10-").get(content(document)).status()).isEqualTo(416);
        assertThat(rest.with("Range", "bytes=2-5").with("If-Range", "\"other\"").get(content(document)).status()).isEqualTo(200);
    }

    @Test
    void whatCouldRunInABrowserIsOnlyEverSaved() {
        String record = note();
        for (String name : new String[] {"page.html", "drawing.svg", "data.xml"}) {
            byte[] evil = "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            Answer answer = rest.get(content(attached(record, name, evil)));
            assertThat(answer.header("Content-Disposition")).as(name).startsWith("attachment;");
            assertThat(answer.header("Content-Security-Policy")).as(name).contains("sandbox").doesNotContain("allow-scripts");
            assertThat(answer.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
        }
    }

    @Test
    void whatAFileIsIsToldByItsContents() {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.UTF_8);
        Answer stored = rest.post(DOCUMENTS + "?fileName=picture.png&" + note(), "image/png", pdf);
        assertThat(stored.json().path("latest").path("mediaType").asText()).isEqualTo("application/pdf");
    }

    @Test
    void eachVersionStays() {
        JsonNode first = attached(note(), "v.txt", "one".getBytes(StandardCharsets.UTF_8));
        String address = DOCUMENTS + "/" + first.path("id").asText();
        Answer second = rest.post(address + "/versions?fileName=w.txt", FILE, "two".getBytes(StandardCharsets.UTF_8));
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(rest.get(address + "/content").text()).isEqualTo("two");
        assertThat(rest.get(address + "/versions/1/content").text()).isEqualTo("one");
        assertThat(rest.get(address + "/versions").json().path("items")).hasSize(2);
    }

    @Test
    void aDeletedDocumentComesBackFromTheBin() {
        JsonNode document = attached(note(), "d.txt", "d".getBytes(StandardCharsets.UTF_8));
        String address = DOCUMENTS + "/" + document.path("id").asText();
        assertThat(rest.send("DELETE", address, BodyPublishers.noBody()).status()).isEqualTo(204);
        assertThat(rest.get(address).json().path("deletedBy").asText()).isEqualTo(Zaledje.ADMIN);
        assertThat(rest.post(address + "/versions?fileName=e.txt", FILE, new byte[1]).code()).isEqualTo("documents.in-bin");
        assertThat(rest.post(address + "/restore", "").status()).isEqualTo(200);
        assertThat(rest.get(address).json().has("deletedAt")).isFalse();
    }

    @Test
    void retentionIsMadeLongerOnly() {
        String address = DOCUMENTS + "/" + attached(note(), "r.txt", new byte[] {1}).path("id").asText() + "/retention";
        Rest json = rest.with("Content-Type", Rest.JSON);
        assertThat(json.send("PUT", address, BodyPublishers.ofString("{\"until\":\"2036-12-31\"}")).status()).isEqualTo(200);
        Answer shorter = json.send("PUT", address, BodyPublishers.ofString("{\"until\":\"2030-01-01\"}"));
        assertThat(shorter.violation("documents.retention.shorter")).isPresent();
    }

    @Test
    void whoMayOnlyReadARecordOnlyReadsItsDocuments() {
        Staff staff = new Staff(zaledje);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String invoice = invoice(new Accounting(rest).submitted(Invoices.fresh()));
        JsonNode document = attached(invoice, "read.txt", "r".getBytes(StandardCharsets.UTF_8));
        Rest reader = staff.person("doc-reader-" + unique,
                staff.role("Reader " + unique, "administration.document.use", "accounting.invoice.read"), staff.firstCompany());
        assertThat(reader.get(content(document)).text()).isEqualTo("r");
        assertThat(reader.post(DOCUMENTS + "?fileName=a.txt&" + invoice, FILE, new byte[1]).code())
                .isEqualTo("documents.record-not-changeable");
        Rest other = staff.person("doc-other-" + unique,
                staff.role("Other " + unique, "administration.document.use", "notes.note.read"), staff.firstCompany());
        assertThat(other.get(content(document)).status()).isEqualTo(404);
        assertThat(other.get(DOCUMENTS + "?" + invoice).status()).isEqualTo(404);
    }

    @Test
    void anotherCompanyFindsNothing() {
        Staff staff = new Staff(zaledje);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String note = note();
        JsonNode document = attached(note, "secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        Rest elsewhere = staff.person("doc-elsewhere-" + unique, "00000000-0000-0000-0000-000000000001",
                staff.company("Documents " + unique));
        String address = DOCUMENTS + "/" + document.path("id").asText();
        for (String path : new String[] {"", "/content", "/versions", "/versions/1/content"}) {
            assertThat(elsewhere.get(address + path).status()).as(path).isEqualTo(404);
        }
        assertThat(elsewhere.get(DOCUMENTS + "?" + note).status()).isEqualTo(404);
        assertThat(elsewhere.post(DOCUMENTS + "?fileName=a.txt&" + note, FILE, new byte[1]).status()).isEqualTo(404);
        assertThat(elsewhere.post(address + "/versions?fileName=a.txt", FILE, new byte[1]).status()).isEqualTo(404);
        assertThat(elsewhere.post(address + "/restore", "").status()).isEqualTo(404);
        assertThat(elsewhere.send("DELETE", address, BodyPublishers.noBody()).status()).isEqualTo(404);
        Rest typed = elsewhere.with("Content-Type", Rest.JSON);
        assertThat(typed.send("PUT", address + "/title", BodyPublishers.ofString("{\"title\":\"x\"}"))
                .status()).isEqualTo(404);
        assertThat(typed.send("PUT", address + "/retention", BodyPublishers.ofString("{\"until\":\"2036-12-31\"}"))
                .status()).isEqualTo(404);
        assertThat(rest.get(address).json().path("latest").path("number").asInt()).isEqualTo(1);
    }

    @Test
    void recordsOfAnAbsentFunctionHaveNone() {
        assertThat(rest.post(DOCUMENTS + "?fileName=a.txt&recordType=ghost.record&recordId=1", FILE, new byte[1]).code())
                .isEqualTo("documents.record-not-found");
    }

    @Test
    void aLargeFileIsStreamed() {
        byte[] part = new byte[1 << 20];
        Arrays.fill(part, (byte) 'z');
        Answer stored = rest.post(DOCUMENTS + "?fileName=large.txt&" + note(), FILE,
                BodyPublishers.ofByteArrays(Collections.nCopies(200, part)));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.json().path("latest").path("bytes").asLong()).isEqualTo(200L << 20);
    }

    private JsonNode attached(String record, String fileName, byte[] file) {
        Answer stored = rest.post(DOCUMENTS + "?fileName=" + fileName + "&" + record, FILE, file);
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        return stored.json();
    }

    private static String content(JsonNode document) {
        return DOCUMENTS + "/" + document.path("id").asText() + "/content";
    }

    private static String invoice(String id) {
        return "recordType=accounting.invoice&recordId=" + id;
    }

    private String note() {
        Answer made = rest.post("/api/v1/notes", "{\"title\":\"With documents\",\"text\":\"\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return "recordType=notes.note&recordId=" + made.json().path("id").asText();
    }
}
