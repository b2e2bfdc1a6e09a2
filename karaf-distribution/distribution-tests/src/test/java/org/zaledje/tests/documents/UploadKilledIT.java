package org.zaledje.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** What was acknowledged is there and whole, however the platform ended. */
class UploadKilledIT {

    private static final int SENDERS = 4;
    private static final int ACKNOWLEDGED_BEFORE = 30;
    private static final int FILE_BYTES = 200_000;

    @Test
    void acknowledgedFilesOutliveAKill() {
        try (Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            zaledje.start();
            zaledje.deploy("notes");
            String note = zaledje.rest().post("/api/v1/notes", "{\"title\":\"Killed\",\"text\":\"\"}").json().path("id").asText();
            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                long first = sender * 1_000L;
                senders.add(CompletableFuture.runAsync(() -> send(zaledje.rest(), note, first, acknowledged)));
            }
            while (acknowledged.size() < ACKNOWLEDGED_BEFORE && senders.stream().noneMatch(CompletableFuture::isDone)) {
                Thread.onSpinWait();
            }
            zaledje.killNine();
            senders.forEach(sender -> sender.handle((done, broken) -> done).join());
            zaledje.start();
            zaledje.awaitServed("notes");
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE);
            acknowledged.forEach((document, seed) -> assertThat(
                    zaledje.rest().get("/api/v1/documents/" + document + "/content").body()).isEqualTo(file(seed)));
        }
    }

    private static void send(Rest rest, String note, long first, Map<String, Long> acknowledged) {
        for (long seed = first; seed < first + 100; seed++) {
            Answer answer = rest.post("/api/v1/documents?fileName=" + seed + ".bin&recordType=notes.note&recordId=" + note,
                    "application/octet-stream", file(seed));
            if (answer.status() == 201) {
                acknowledged.put(answer.json().path("id").asText(), seed);
            }
        }
    }

    private static byte[] file(long seed) {
        byte[] file = new byte[FILE_BYTES];
        new Random(seed).nextBytes(file);
        return file;
    }
}
