package org.zaledje.tests.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Ports;
import org.zaledje.tests.harness.Zaledje;

/** A platform that speaks TLS itself, with a certificate and key in PEM, as operators have them. */
class TlsIT {

    private static final String PASSWORD = "only for these tests";
    private static final Duration RENEWED_MAX = Duration.ofSeconds(30);

    @TempDir
    Path keys;

    @Test
    void clientsAndBrowsersComeByTlsAndARenewedCertificateIsTakenUp() throws Exception {
        int port = Ports.free();
        KeyStore first = made("first.p12");
        pem(first);
        try (Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            Path settings = Files.createDirectories(zaledje.data().resolve("etc")).resolve("org.zaledje.tls.cfg");
            Files.writeString(settings, "certificate = " + keys.resolve("chain.pem") + "\nkey = " + keys.resolve("key.pem")
                    + "\nport = " + port + "\n");
            zaledje.start();

            HttpResponse<String> answer = get(trusting(first), "https://localhost:" + port + "/health/ready");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(handshake(first, port, "TLSv1.3")).isEqualTo("TLSv1.3");
            assertThat(handshake(first, port, "TLSv1.2")).isEqualTo("TLSv1.2");
            for (String old : List.of("TLSv1.1", "TLSv1")) {
                assertThatThrownBy(() -> handshake(first, port, old)).isInstanceOf(IOException.class);
            }
            Answer sent = zaledje.anonymous().get("/api/v1/functions?x=1");
            assertThat(sent.status()).isEqualTo(308);
            assertThat(sent.header("Location")).isEqualTo("https://localhost:" + port + "/api/v1/functions?x=1");

            pageWorksOverSecureWebSockets(zaledje, port);

            KeyStore second = made("second.p12");
            pem(second);
            Certificate renewed = second.getCertificate("own");
            Await.until("the renewed certificate is used", RENEWED_MAX, () -> served(second, port),
                    certificate -> certificate.equals(renewed));
        }
    }

    private static void pageWorksOverSecureWebSockets(Zaledje zaledje, int port) {
        try (Browser browser = Browser.start(); Person person = browser.personOverTls("https://localhost:" + port)) {
            List<String> sockets = new CopyOnWriteArrayList<>();
            person.page().onWebSocket(socket -> sockets.add(socket.url()));
            person.logIn("/");
            Await.until("the page has a web socket", RENEWED_MAX, () -> sockets, opened -> !opened.isEmpty());
            assertThat(sockets).allMatch(url -> url.startsWith("wss://localhost:" + port + "/"));
            zaledje.drop(zaledje.distribution().archive("notes"), "zaledje-notes.kar");
            person.drawerEntry("notes").waitFor();
            Cookie session = person.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow();
            assertThat(session.secure).isTrue();
            assertThat(session.httpOnly).isTrue();
            assertThat(person.complaints()).isEmpty();
        }
    }

    private KeyStore made(String name) throws Exception {
        Path file = keys.resolve(name);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(), "-genkeypair",
                "-alias", "own", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-validity", "90",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes())).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void pem(KeyStore store) throws Exception {
        write("key.pem", "PRIVATE KEY", store.getKey("own", PASSWORD.toCharArray()).getEncoded());
        write("chain.pem", "CERTIFICATE", store.getCertificate("own").getEncoded());
    }

    private void write(String name, String type, byte[] content) throws IOException {
        Path part = Files.writeString(keys.resolve(name + ".part"), "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type + "-----\n");
        Files.move(part, keys.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("own"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(SSLContext context, String url) throws Exception {
        return HttpClient.newBuilder().sslContext(context).build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String handshake(KeyStore store, int port, String protocol) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting(store).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static X509Certificate served(KeyStore store, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting(store).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
