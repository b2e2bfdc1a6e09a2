package org.zaledje.tests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Entries and accounts go out as tables and come in again: checked, all or nothing, large ones by a job. */
@ExtendWith(ZaledjeExtension.class)
class ExchangeIT {

    private static final String ENTRIES = "/api/v1/exchange/accounting.entries";
    private static final String ACCOUNTS = "/api/v1/exchange/accounting.accounts";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration JOB_MAX = Duration.ofSeconds(120);
    private static final int LARGE = Integer.getInteger("zaledje.records", 2_000);

    private final Zaledje zaledje;
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Rest rest;

    ExchangeIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @BeforeEach
    void ready() {
        zaledje.ensure("accounting");
        rest = zaledje.rest();
        Await.until("the formats", JOB_MAX, () -> rest.get(ENTRIES).status(), status -> status == 200);
    }

    @Test
    void mistakesAreToldByLineAndColumnAndNothingIsImported() {
        Answer answer = rest.post(ENTRIES + "/imports?language=sl&name=wrong.csv", CSV, ("Temeljnica;Datum;Dnevnik;Opis;Konto;V breme;V dobro\n"
                + "1;31. 1. 2026;GEN;" + mark + ";120000;100,00;\n1;31. 1. 2026;GEN;" + mark + ";999999;;99,00\n"
                + "2;32. 1. 2026;GEN;" + mark + ";120000;a lot;\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode made = answer.json();
        assertThat(made.path("state").asText()).isEqualTo("REFUSED");
        assertThat(made.path("firstMistakes").findValuesAsText("line")).contains("2", "3", "4");
        assertThat(made.path("firstMistakes").findValuesAsText("column")).contains("Konto", "Datum", "V breme");
        Answer mistakes = rest.get("/api/v1/exchange/imports/" + made.path("id").asText() + "/mistakes");
        assertThat(mistakes.text()).contains("Vrstica;Stolpec;Najdeno", "a lot", "999999");
        assertThat(run(made).code()).isEqualTo("exchange.import-not-ready");
        assertThat(count()).isZero();
    }

    @Test
    void aSpreadsheetsFileIsImportedOnceAndComesOutAsItWentIn() {
        byte[] file = ("Temeljnica;Datum;Dnevnik;Opis;Konto;V breme;V dobro;Opis vrstice\r\n1;31. 1. 2026;GEN;" + mark
                + ";120000;1.220,00;;čaj\r\n1;31. 1. 2026;GEN;" + mark + ";760000;;1.000,00;\r\n1;31. 1. 2026;GEN;" + mark
                + ";260000;;220,00;\r\n").getBytes(Charset.forName("windows-1250"));
        JsonNode made = handedIn(ENTRIES + "/imports?language=sl", CSV, file);
        assertThat(count()).isZero();
        assertThat(run(made).json().path("state").asText()).isEqualTo("DONE");
        assertThat(run(made).status()).isEqualTo(409);
        assertThat(count()).isEqualTo(1);

        Answer exported = rest.get(ENTRIES + "/export?description.contains=" + mark);
        assertThat(exported.mediaType()).isEqualTo(CSV);
        assertThat(exported.text().lines().toList()).hasSize(4).first()
                .isEqualTo("entry,date,journal,description,account,debit,credit,lineDescription");
        assertThat(exported.text()).contains(",2026-01-31,GEN," + mark + ",120000,1220.00,0.00,čaj");
        for (String kind : List.of("csv", "xlsx")) {
            Answer again = rest.get(ENTRIES + "/export?format=" + kind + "&language=sl&description.contains=" + mark);
            JsonNode copy = handedIn(ENTRIES + "/imports?language=sl", kind.equals("csv") ? CSV : XLSX, again.body());
            assertThat(copy.path("rows").asInt()).isEqualTo(3 * count());
            rest.send("DELETE", "/api/v1/exchange/imports/" + copy.path("id").asText(), BodyPublishers.noBody());
        }
        assertThat(rest.get(ENTRIES + "/export?description.begins=x").code()).isEqualTo("list.parameter-unknown");
        assertThat(rest.get(ENTRIES + "/export?format=pdf").code()).isEqualTo("exchange.kind-unknown");
    }

    @Test
    void accountsAreAddedAndChanged() {
        String code = "1999" + Math.abs(mark.hashCode() % 1000);
        JsonNode made = handedIn(ACCOUNTS + "/imports", CSV, ("code,name,accountClass,reconcile\n" + code + "," + mark + ",1,true\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(run(made).json().path("state").asText()).isEqualTo("DONE");
        assertThat(rest.get("/api/v1/accounting/accounts?name.contains=" + mark).json().at("/items/0/code").asText()).isEqualTo(code);
    }

    @Test
    void aLargeFileIsWrittenByAJobAllOfItOnce() {
        JsonNode made = handedIn(ENTRIES + "/imports", CSV, entries(LARGE));
        Answer begun = run(made);
        assertThat(begun.json().path("state").asText()).as(begun.toString()).isIn("RUNNING", "DONE");
        assertThat(begun.json().path("run").asText()).isNotEmpty();
        JsonNode done = Await.until("the import", JOB_MAX, () -> rest.get("/api/v1/exchange/imports/" + made.path("id").asText()).json(),
                now -> !now.path("state").asText().equals("RUNNING"));
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("DONE");
        assertThat(rest.get(ENTRIES + "/export?description.contains=" + mark).text().lines().count()).isEqualTo(2L * LARGE + 1);
    }

    @Test
    void anImportMayBeLargerThanOtherBodies() {
        byte[] padding = "\n".repeat(22 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
        byte[] file = entries(1);
        byte[] large = Arrays.copyOf(file, file.length + padding.length);
        System.arraycopy(padding, 0, large, file.length, padding.length);
        handedIn(ENTRIES + "/imports", CSV, large);
        assertThat(rest.post("/api/v1/accounting/invoices", Rest.XML, padding).status()).isEqualTo(413);
    }

    private byte[] entries(int count) {
        StringBuilder rows = new StringBuilder("entry,date,journal,description,account,debit,credit\n");
        for (int i = 0; i < count; i++) {
            rows.append(i).append(",2026-01-31,GEN,").append(mark).append(",120000,12.50,\n")
                    .append(i).append(",2026-01-31,GEN,").append(mark).append(",760000,,12.50\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode handedIn(String path, String type, byte[] file) {
        Answer answer = rest.post(path, type, file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("state").asText()).as(answer.toString()).isEqualTo("READY");
        return answer.json();
    }

    private Answer run(JsonNode made) {
        return rest.send("POST", "/api/v1/exchange/imports/" + made.path("id").asText() + "/run", BodyPublishers.noBody());
    }

    private int count() {
        return rest.get("/api/v1/accounting/entries?limit=500&description.contains=" + mark).json().path("items").size();
    }
}
