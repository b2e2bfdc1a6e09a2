package org.zaledje.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Files that come in parts, sent by a client that others have written. */
@ExtendWith(ZaledjeExtension.class)
class TusIT {

    private static final String UPLOADS = "/api/v1/documents/uploads";
    private static final int PART_BYTES = 64 * 1024;

    private final Zaledje zaledje;
    private Rest rest;
    private String note;

    TusIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @BeforeEach
    void aNoteIsThere() {
        zaledje.ensure("notes");
        rest = zaledje.rest();
        note = rest.post("/api/v1/notes", "{\"title\":\"In parts\",\"text\":\"\"}").json().path("id").asText();
    }

    @Test
    void aFileThatBrokeOffIsTakenUpWhereItEnded() throws Exception {
        byte[] file = new byte[10 * PART_BYTES + 17];
        new Random(3).nextBytes(file);
        TusClient client = client();
        TusUploader first = client.createUpload(upload(file));
        first.setChunkSize(PART_BYTES);
        first.setRequestPayloadSize(PART_BYTES);
        for (int part = 0; part < 4; part++) {
            first.uploadChunk();
        }
        URL place = first.getUploadURL();
        first.finish();

        TusUploader second = client().beginOrResumeUploadFromURL(upload(file), place);
        assertThat(second.getOffset()).isEqualTo(4 * PART_BYTES);
        second.setChunkSize(PART_BYTES);
        while (second.uploadChunk() > -1) {
            assertThat(second.getOffset()).isLessThanOrEqualTo(file.length);
        }
        second.finish();
        Answer listed = rest.get("/api/v1/documents?recordType=notes.note&recordId=" + note);
        assertThat(listed.json().path("items")).hasSize(1);
        String id = listed.json().path("items").get(0).path("id").asText();
        assertThat(rest.get("/api/v1/documents/" + id + "/content").body()).isEqualTo(file);
        assertThat(rest.send("HEAD", place.getPath(), BodyPublishers.noBody()).status()).isEqualTo(404);
    }

    @Test
    void partsAreCheckedAndUploadsEnded() {
        Rest tus = rest.with("Tus-Resumable", "1.0.0");
        Answer described = rest.send("OPTIONS", UPLOADS, BodyPublishers.noBody());
        assertThat(described.header("Tus-Extension")).contains("creation", "termination", "checksum");
        Answer begun = tus.with("Upload-Length", "6").with("Upload-Metadata", metadata()).send("POST", UPLOADS, BodyPublishers.noBody());
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        String place = URI.create(begun.header("Location")).getPath();
        Rest part = tus.with("Content-Type", "application/offset+octet-stream").with("Upload-Offset", "0");
        assertThat(part.with("Upload-Checksum", "sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=")
                .send("PATCH", place, BodyPublishers.ofString("abd")).status()).isEqualTo(460);
        assertThat(part.send("PATCH", place, BodyPublishers.ofString("abc")).header("Upload-Offset")).isEqualTo("3");
        assertThat(part.send("PATCH", place, BodyPublishers.ofString("abc")).status()).isEqualTo(409);
        assertThat(tus.send("HEAD", place, BodyPublishers.noBody()).header("Upload-Offset")).isEqualTo("3");
        assertThat(tus.send("DELETE", place, BodyPublishers.noBody()).status()).isEqualTo(204);
        assertThat(tus.send("HEAD", place, BodyPublishers.noBody()).status()).isEqualTo(404);
        assertThat(tus.with("Upload-Length", "3000000000").with("Upload-Metadata", metadata())
                .send("POST", UPLOADS, BodyPublishers.noBody()).status()).isEqualTo(413);
        assertThat(zaledje.anonymous().with("Tus-Resumable", "1.0.0").send("POST", UPLOADS, BodyPublishers.noBody()).status())
                .isEqualTo(401);
    }

    private TusClient client() throws Exception {
        TusClient client = new TusClient();
        client.setUploadCreationURL(URI.create(zaledje.url() + UPLOADS).toURL());
        client.setHeaders(Map.of("Authorization", "Basic " + base64(Zaledje.ADMIN + ":" + Zaledje.PASSWORD)));
        return client;
    }

    private TusUpload upload(byte[] file) {
        TusUpload upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(Arrays.copyOf(file, file.length)));
        upload.setSize(file.length);
        upload.setFingerprint("parts");
        upload.setMetadata(Map.of("filename", "parts.bin", "recordType", "notes.note", "recordId", note));
        return upload;
    }

    private String metadata() {
        return "filename " + base64("small.txt") + ",recordType " + base64("notes.note") + ",recordId " + base64(note);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
