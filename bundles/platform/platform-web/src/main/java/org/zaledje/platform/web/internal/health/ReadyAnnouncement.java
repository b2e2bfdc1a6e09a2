package org.zaledje.platform.web.internal.health;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever started the platform, on the console, that it is ready. It asks over HTTP as anybody would, so that
 * what it says is true of the whole way in.
 */
@Component(service = {}, immediate = true)
public final class ReadyAnnouncement {

    static final String PORT = "zaledje.http.port";

    private static final String PORT_DEFAULT = "8181";
    private static final int POLL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int BODY_BYTES_SHOWN = 4_000;
    private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);

    private final String address;
    private final PrintStream console;
    private final Thread watcher = new Thread(this::watch, "zaledje-ready");

    @Activate
    public ReadyAnnouncement(BundleContext context) {
        // The process's own output: System.out belongs to whichever shell has replaced it last.
        this(address(context),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    /** Encrypted only where nobody listens for anything else. */
    private static String address(BundleContext context) {
        return "off".equals(context.getProperty("zaledje.http"))
                ? "https://localhost:" + context.getProperty("zaledje.https.port")
                : "http://localhost:" + Optional.ofNullable(context.getProperty(PORT)).orElse(PORT_DEFAULT);
    }

    ReadyAnnouncement(String address, PrintStream console) {
        this.address = address;
        this.console = console;
        watcher.setDaemon(true);
        watcher.start();
    }

    @Deactivate
    void stop() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            long warned = System.nanoTime();
            for (Optional<String> hindrance = hindrance(); hindrance.isPresent(); hindrance = hindrance()) {
                if (System.nanoTime() - warned > PATIENCE.toNanos()) {
                    LOG.warn("The platform is still not ready: {}/health/ready {}", address, hindrance.get());
                    warned = System.nanoTime();
                }
                Thread.sleep(POLL_MILLIS);
            }
            console.println("Zaledje is ready at " + address);
        } catch (InterruptedException e) {
            // The bundle stops before the platform was ready: there is nothing to tell.
            Thread.currentThread().interrupt();
        }
    }

    /** Why it is not ready, as it tells those who ask. */
    private Optional<String> hindrance() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(address + "/health/ready").openConnection();
            if (connection instanceof HttpsURLConnection encrypted) {
                OwnCertificate.accept(encrypted);
            }
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                int status = connection.getResponseCode();
                return status == HttpURLConnection.HTTP_OK ? Optional.empty()
                        : Optional.of("answers " + status + " " + body(connection));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.of("can't be asked: " + e);
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readNBytes(BODY_BYTES_SHOWN), StandardCharsets.UTF_8);
        }
    }
}
