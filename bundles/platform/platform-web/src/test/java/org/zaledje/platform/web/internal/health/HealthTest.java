package org.zaledje.platform.web.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.web.internal.front.FrontDoor;
import org.zaledje.platform.web.internal.front.RequestFigures;
import org.zaledje.platform.web.internal.front.TlsMode;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestServer;

class HealthTest {

    private final Readiness readiness = new Readiness(" database, deployer,,");
    private TestServer server;

    @BeforeEach
    void start() {
        server = serving(true);
    }

    private TestServer serving(boolean thisMachine) {
        Operators operators = new Operators(new LocalAccess(thisMachine), TestServer.guard(new TestLogin()));
        FrontDoor door = new FrontDoor(new TlsMode(0, false, 0), new RequestFigures());
        return new TestServer().with("/health/*", new HealthServlet(readiness, operators, door)).start();
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
        assertThat(summary(ready("en"), 503)).containsExactly("not-ready", "down", "database true up", "deployer false down "
                + "It is required by the configuration (org.zaledje.health) and has not started yet.");
        readiness.addCheck(check("deployer", Optional.empty()));
        assertThat(summary(ready("en"), 200)).containsExactly("ready", "up", "database true up", "deployer true up");
    }

    @Test
    void whatIsOnlyToBeLookedAtKeepsNoWorkAway() throws IOException {
        readiness.addCheck(check("database", Optional.empty()));
        readiness.addCheck(check("deployer", Optional.empty()));
        HealthCheck disk = healthCheck(() -> Health.warning(LocalizedText.verbatim("Nearly full.")));
        readiness.addHealthCheck(disk);
        assertThat(summary(ready("en"), 200)).containsExactly("ready", "warning", "database true up", "deployer true up", "disk true warning Nearly full.");
        readiness.removeHealthCheck(disk);
        readiness.addHealthCheck(healthCheck(() -> Health.down(LocalizedText.verbatim("Full."))));
        assertThat(summary(ready("en"), 200)).contains("disk true down Full.");
    }

    @Test
    void aCheckThatHangsIsToldOfAndKeepsNobodyWaiting() throws IOException {
        readiness.addCheck(check("database", Optional.empty()));
        readiness.addCheck(check("deployer", Optional.empty()));
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        readiness.addHealthCheck(healthCheck(() -> {
            calls.incrementAndGet();
            await(end);
            return Health.up();
        }));
        for (int i = 0; i < 3; i++) {
            assertThat(summary(ready("en"), 200)).contains("disk true down It has not answered within a second.");
        }
        assertThat(calls).hasValue(1);
        end.countDown();
        assertThat(summary(ready("en"), 200)).contains("disk true up");
    }

    @Test
    void othersLearnOnlyWhatIsNotReady() throws Exception {
        readiness.addCheck(check("database", Optional.of("jdbc:postgresql://inside:5432")));
        readiness.addCheck(check("deployer", Optional.empty()));
        try (TestServer outside = serving(false)) {
            expect(outside.send(outside.anonymous("/health/ready")), 503,
                    "{\"status\":\"not-ready\",\"checks\":[{\"name\":\"database\",\"ready\":false}]}");
            expect(outside.get("/health/ready"), 503,
                    "{\"status\":\"not-ready\",\"checks\":[{\"name\":\"database\",\"ready\":false}]}");
        }
        expect(server.send(server.anonymous("/health/ready").header("X-Forwarded-For", "127.0.0.1")), 503,
                "{\"status\":\"not-ready\",\"checks\":[{\"name\":\"database\",\"ready\":false}]}");
        assertThat(ready("en").body()).contains("inside:5432");
    }

    private static List<String> summary(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        List<String> lines = new ArrayList<>(List.of(json.path("status").asText(), json.path("health").asText()));
        json.path("checks").forEach(check -> lines.add((check.path("name").asText() + " " + check.path("ready").asText() + " "
                + check.path("state").asText() + " " + check.path("reason").asText()).strip()));
        return lines;
    }

    private record LocalAccess(boolean operation_local) implements Operators.Settings {
        @Override
        public Class<Operators.Settings> annotationType() {
            return Operators.Settings.class;
        }
    }

    private static HealthCheck healthCheck(Supplier<Health> answer) {
        return new HealthCheck() {
            @Override
            public String name() {
                return "disk";
            }

            @Override
            public Health check() {
                return answer.get();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
