package org.zaledje.tests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** A platform that is killed while it imports has imported nothing; started again, it imports all, once. */
@Tag("long")
class ImportKilledIT {

    private static final String FORMAT = "/api/v1/exchange/accounting.entries";
    private static final Duration LONG = Duration.ofSeconds(180);
    private static final int RECORDS = Integer.getInteger("zaledje.records", 3_000);

    @Test
    void allIsImportedOnceAfterAKill() {
        try (Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            zaledje.start();
            zaledje.deploy("accounting");
            Await.until("the format", LONG, () -> zaledje.rest().get(FORMAT).status(), status -> status == 200);
            String id = zaledje.rest().post(FORMAT + "/imports", "text/csv", entries()).json().path("id").asText();
            String path = "/api/v1/exchange/imports/" + id;
            assertThat(zaledje.rest().send("POST", path + "/run", BodyPublishers.noBody()).json().path("state").asText())
                    .isEqualTo("RUNNING");
            Await.until("some records", LONG, () -> zaledje.rest().get(path).json().path("written").asLong(), written -> written > 0);
            zaledje.killNine();

            zaledje.start();
            JsonNode done = Await.until("the import", LONG, () -> zaledje.rest().get(path).json(),
                    now -> now.path("state").asText().matches("DONE|FAILED"));
            assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("DONE");
            assertThat(zaledje.rest().get(FORMAT + "/export?description.contains=killed").text().lines().count())
                    .isEqualTo(2L * RECORDS + 1);
        }
    }

    private static byte[] entries() {
        StringBuilder rows = new StringBuilder("entry,date,journal,description,account,debit,credit\n");
        for (int i = 0; i < RECORDS; i++) {
            rows.append(i).append(",2026-01-31,GEN,killed,120000,12.50,\n").append(i).append(",2026-01-31,GEN,killed,760000,,12.50\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }
}
