package org.zaledje.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.metrics.Metrics;

class FrontDoorTest {

    private static final String LOOPBACK = "127.0.0.0/8,::1";
    private static final TlsMode NO_TLS = new TlsMode(0, false, 0);

    private final Server server = new Server(0);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RequestFigures figures = new RequestFigures();
    private final List<Map<String, String>> timed = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch bothTimed = new CountDownLatch(2);
    private final CountDownLatch slowBegun = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        slow.countDown();
        server.stop();
    }

    private FrontDoor start(String trusted, TlsMode tls) throws Exception {
        FrontDoor door = new FrontDoor(new Trusting(trusted), tls, figures);
        server.getConnectors()[0].getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration().addCustomizer(door);
        server.getConnectors()[0].getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration().addCustomizer(door);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                if (target.equals("/slow")) {
                    slowBegun.countDown();
                    await(slow);
                }
                if (!target.equals("/nothing")) {
                    response.getWriter().print(request.getRemoteAddr() + " " + request.getScheme() + "://"
                            + request.getServerName() + ":" + request.getServerPort() + " " + request.isSecure());
                    base.setHandled(true);
                }
            }
        });
        figures.metrics = new TimedOnly(timed, bothTimed);
        server.start();
        return door;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getURI().getPort() + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyAnswerHasTheHeadersAlsoOneThatNobodyGives() throws Exception {
        start("", NO_TLS);
        for (String path : List.of("/", "/nothing")) {
            assertThat(send(to(path)).headers().map()).containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("X-Frame-Options", List.of("DENY"))
                    .containsEntry("Content-Security-Policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                    .doesNotContainKey("Strict-Transport-Security");
        }
    }

    @Test
    void aTrustedProxyIsBelievedAndNobodyElse() throws Exception {
        start(LOOPBACK, new TlsMode(0, false, 100));
        HttpResponse<String> passedOn = send(to("/").header("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 127.0.0.2")
                .header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "erp.example"));
        assertThat(passedOn.body()).isEqualTo("203.0.113.9 https://erp.example:443 true");
        assertThat(passedOn.headers().firstValue("Strict-Transport-Security")).contains("max-age=100");
        assertThat(send(to("/").header("Forwarded", "for=6.6.6.6, for=\"[2001:db8::7]:4711\";proto=https;host=\"erp.example:8443\"")).body())
                .isEqualTo("[2001:db8:0:0:0:0:0:7] https://erp.example:8443 true");
        assertThat(send(to("/").header("Forwarded", "for=203.0.113.9;proto=https\"")).body()).startsWith("127.0.0.1 http://localhost");
        assertThat(send(to("/").header("X-Forwarded-For", "unknown")).body()).startsWith("127.0.0.1");
    }

    @Test
    void whatAnybodyElseClaimsCountsForNothing() throws Exception {
        start("10.0.0.0/8", NO_TLS);
        assertThat(send(to("/").header("X-Forwarded-For", "203.0.113.9").header("X-Forwarded-Proto", "https")).body())
                .startsWith("127.0.0.1 http://localhost").endsWith("false");
    }

    @Test
    void whoComesUnencryptedIsSentToTls() throws Exception {
        start("", new TlsMode(8443, true, 100));
        HttpResponse<String> sent = send(to("/notes?x=1"));
        assertThat(sent.statusCode()).isEqualTo(308);
        assertThat(sent.headers().firstValue("Location")).contains("https://localhost:8443/notes?x=1");
        assertThat(send(to("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void onceStoppingWhoIsInIsAnsweredAndNobodyElseLetIn() throws Exception {
        FrontDoor door = start("", NO_TLS);
        var before = client.sendAsync(to("/slow").build(), HttpResponse.BodyHandlers.ofString());
        await(slowBegun);
        door.stop();
        HttpResponse<String> refused = send(to("/").header("Accept-Language", "sl"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        assertThat(refused.body()).contains("\"platform.stopping\"", "Platforma se ustavlja");
        assertThat(send(to("/health/ready")).statusCode()).isEqualTo(200);
        assertThat(figures.underWay()).isEqualTo(1);
        slow.countDown();
        assertThat(before.get().statusCode()).isEqualTo(200);
    }

    @Test
    void eachRequestIsTimedOnceByWhatItWasFor() throws Exception {
        start("", NO_TLS);
        send(to("/api/v1/notes/0190163d-8694-739b-aea5-966c26f8ad91"));
        send(to("/some/page").method("PROPFIND", HttpRequest.BodyPublishers.noBody()));
        assertThat(bothTimed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new ArrayList<>(timed)).containsExactly(
                Map.of("method", "GET", "route", "/api/v1/*", "function", "", "status", "200"),
                Map.of("method", "OTHER", "route", "/", "function", "", "status", "200"));
        assertThat(figures.underWay()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Trusting(String proxies_trusted) implements FrontDoor.Settings {
        @Override
        public Class<FrontDoor.Settings> annotationType() {
            return FrontDoor.Settings.class;
        }
    }

    private record TimedOnly(List<Map<String, String>> timed, CountDownLatch counted) implements Metrics {

        @Override
        public void count(String name, Map<String, String> labels) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void time(String name, Map<String, String> labels, Duration took) {
            timed.add(labels);
            counted.countDown();
        }

        @Override
        public void write(OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }
}
