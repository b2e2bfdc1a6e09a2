package org.zaledje.tests.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** What an operator sees of a running platform, and what every door has in common. */
@ExtendWith(ZaledjeExtension.class)
class OperationIT {

    /** One path of each door, and one that is nobody's. */
    private static final List<String> DOORS = List.of("/", "/login", "/VAADIN/nothing.js", "/api/v1/notes", "/api/openapi.json",
            "/api/docs/", "/soap", "/soap/notes?wsdl", "/health/ready", "/health/live", "/metrics", "/api/v1/nothing/here");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Zaledje zaledje;

    OperationIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @Test
    void metricsTellOfRequestsByTheirTemplatesAndOfAllThatWorks() {
        zaledje.ensure("notes");
        String note = zaledje.rest().post("/api/v1/notes", "{\"title\":\"metrics\",\"text\":\"x\"}").header("Location");
        String path = note.substring(note.indexOf("/api/v1/"));
        zaledje.rest().get(path);
        zaledje.rest().get("/api/v1/notes/0190163d-8694-739b-aea5-966c26f8ad91");

        String shown = Await.until("the metrics tell of the notes", LIMIT, () -> zaledje.anonymous().get("/metrics").text(),
                text -> text.contains("route=\"/api/v1/notes/{id}\",status=\"404\""));

        assertThat(shown).doesNotContain(path)
                .contains("zaledje_http_requests_seconds_bucket{function=\"notes\",method=\"POST\",route=\"/api/v1/notes\",status=\"201\"")
                .contains("zaledje_http_requests_seconds_count{function=\"notes\",method=\"GET\",route=\"/api/v1/notes/{id}\",status=\"200\"}")
                .contains("zaledje_database_connections{state=\"in-use\"}", "zaledje_database_connections{state=\"idle\"}",
                        "zaledje_database_connections{state=\"waiting\"}", "zaledje_database_connection_acquire_seconds_count",
                        "jvm_memory_used_bytes{", "jvm_threads_live_threads", "jvm_classes_loaded_classes",
                        "zaledje_functions{state=\"installed\"} 1.0", "zaledje_sessions{used=\"ever\"}", "zaledje_jobs_running",
                        "zaledje_disk_free_bytes");
        for (String line : shown.lines().filter(line -> !line.startsWith("#")).toList()) {
            assertThat(line).matches("[a-z][a-zA-Z0-9_]*(\\{.*\\})? [-+0-9.eEInfNa]+");
        }
    }

    @Test
    void metricsAndDetailsAreForOperatorsAlone() {
        Rest throughAProxy = zaledje.anonymous().with("X-Forwarded-For", "127.0.0.1");
        assertThat(throughAProxy.get("/metrics").status()).isEqualTo(401);
        assertThat(throughAProxy.as("admin", "a wrong password").get("/metrics").status()).isEqualTo(403);
        assertThat(throughAProxy.as(Zaledje.ADMIN, Zaledje.PASSWORD).get("/metrics").status()).isEqualTo(200);
        assertThat(throughAProxy.get("/health/ready").json().path("checks")).isEmpty();
    }

    @Test
    void healthNamesEachCheckAndWhatItFound() {
        Answer answer = zaledje.anonymous().get("/health/ready");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        Map<String, String> states = new TreeMap<>();
        for (JsonNode check : answer.json().path("checks")) {
            states.put(check.path("name").asText(), check.path("state").asText());
            assertThat(check.path("tookMillis").asLong()).isBetween(0L, 1_000L);
        }
        assertThat(states).containsKeys("database", "users", "functions", "functions-serving", "web-ui", "disk", "events", "jobs",
                "backup", "tls").containsEntry("database", "up").containsEntry("events", "up");
    }

    @Test
    void everyAnswerOfEveryDoorHasTheSecurityHeaders() {
        zaledje.ensure("notes");
        for (String path : DOORS) {
            for (Rest caller : List.of(zaledje.anonymous(), zaledje.rest())) {
                Answer answer = caller.get(path);
                assertThat(answer.header("X-Content-Type-Options")).as(answer.toString()).isEqualTo("nosniff");
                assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
                assertThat(answer.header("Referrer-Policy")).as(path).isIn("same-origin", "no-referrer");
                assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
                assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src", "frame-ancestors 'none'")
                        .doesNotContain("script-src *", "script-src 'unsafe-inline'");
                assertThat(answer.header("Server")).as(path).isEmpty();
            }
        }
    }
}
