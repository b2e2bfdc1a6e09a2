package org.zaledje.platform.web.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.web.internal.sample.TestServer;

class HealthTest {

    private final Readiness readiness = new Readiness(" database, deployer,,");
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer().with("/health/*", new HealthServlet(readiness)).start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void liveIsLive() throws IOException {
        expect(server.send(server.anonymous("/health/live")), 200, "{\"status\":\"up\"}");
        assertThat(server.send(server.anonymous("/health/other")).statusCode()).isEqualTo(404);
        assertThat(server.send(server.anonymous("/health")).statusCode()).isEqualTo(404);
        HttpResponse<String> posted = server.send(server.anonymous("/health/live").DELETE());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.body()).contains("method.not-allowed");
    }

    @Test
    void whatIsRequiredAndMissingIsNotReady() throws IOException {
        readiness.addCheck(check("database", Optional.empty()));
        expect(ready("en"), 503, """
                {"status":"not-ready","checks":[{"name":"database","ready":true},{"name":"deployer","ready":false,
                 "reason":"It is required by the configuration (org.zaledje.health) and has not started yet."}]}""");
        readiness.addCheck(check("deployer", Optional.empty()));
        expect(ready("en"), 200, """
                {"status":"ready","checks":[{"name":"database","ready":true},{"name":"deployer","ready":true}]}""");
    }

    @Test
    void everyRegisteredCheckCountsAndSaysWhyInTheReadersLanguage() throws IOException {
        readiness.addCheck(check("database", Optional.empty()));
        readiness.addCheck(check("deployer", Optional.empty()));
        ReadinessCheck full = check("disk", Optional.of("Poln."));
        readiness.addCheck(full);
        assertThat(ready("sl").body()).contains("\"Poln.\"", "not-ready");
        readiness.removeCheck(full);
        assertThat(ready("sl").statusCode()).isEqualTo(200);
        readiness.addCheck(new BrokenCheck());
        assertThat(ready("sl").statusCode()).isEqualTo(503);
        assertThat(ready("sl").body()).contains("zakaj, pove dnevnik").doesNotContain("secret");
    }

    @Test
    void theConsoleIsToldOnceThatThePlatformIsReady() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CountDownLatch told = new CountDownLatch(1);
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                told.countDown();
            }
        };
        String address = "http://localhost:" + server.port();
        ReadyAnnouncement announcement = new ReadyAnnouncement(address, console);
        assertThat(told.await(300, TimeUnit.MILLISECONDS)).isFalse();
        readiness.addCheck(check("database", Optional.empty()));
        readiness.addCheck(check("deployer", Optional.empty()));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        announcement.stop();
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("Zaledje is ready at " + address);
    }

    private HttpResponse<String> ready(String language) {
        return server.send(server.anonymous("/health/ready").header("Accept-Language", language));
    }

    private static void expect(HttpResponse<String> answer, int status, String body) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body())).isEqualTo(new ObjectMapper().readTree(body));
    }

    private static ReadinessCheck check(String name, Optional<String> reason) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<LocalizedText> notReadyBecause() {
                return reason.map(LocalizedText::verbatim);
            }
        };
    }

    private static final class BrokenCheck implements ReadinessCheck {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Optional<LocalizedText> notReadyBecause() {
            throw new IllegalStateException("secret");
        }
    }
}
