package org.zaledje.platform.web.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.web.internal.front.FrontDoor;
import org.zaledje.platform.web.internal.front.TlsMode;

/**
 * Takes a renewed certificate up without a restart: new connections get it, those that are open go on. A file that can't be used leaves
 * the one before in use. Health tells when the certificate is about to end.
 */
@Component(immediate = true)
public final class KeyRenewal implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);
    private static final Texts TEXTS = Texts.beside(KeyRenewal.class);
    private static final int LOOK_SECONDS = 5;
    private static final Duration WARNING_BEFORE_END = Duration.ofDays(14);

    private final Path data;
    private final TlsMode mode;
    private final FrontDoor door;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "zaledje-tls");
        thread.setDaemon(true);
        return thread;
    });
    private List<String> seen = List.of();
    private volatile Optional<Instant> notAfter = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    @Activate
    public KeyRenewal(BundleContext context, @Reference TlsMode mode, @Reference FrontDoor door, @Reference Clock clock) {
        this.data = Path.of(Optional.ofNullable(context.getProperty("zaledje.data")).orElse("."));
        this.mode = mode;
        this.door = door;
        this.clock = clock;
        if (mode.isOn()) {
            timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            Optional<TlsConfiguration> configured = TlsConfiguration.read(data);
            if (configured.isEmpty()) {
                return;
            }
            List<String> now = stamps(configured.get());
            if (!now.equals(seen)) {
                renew(configured.get(), seen.isEmpty());
                seen = now;
            }
        } catch (IOException | RuntimeException e) {
            tell(String.valueOf(e.getMessage()));
        }
    }

    private void renew(TlsConfiguration configured, boolean first) throws IOException {
        ServerKey key = ServerKey.read(configured);
        notAfter = Optional.of(key.notAfter());
        if (!first) {
            key.write(TlsMain.keystore(data), TlsMain.PASSWORD.toCharArray());
            door.server().ifPresent(KeyRenewal::reload);
            LOG.info("The certificate for TLS was renewed; it ends {}", key.notAfter());
        }
        problem = Optional.empty();
    }

    private static void reload(Server server) {
        for (Connector connector : server.getConnectors()) {
            SslConnectionFactory tls = connector.getConnectionFactory(SslConnectionFactory.class);
            if (tls != null) {
                try {
                    tls.getSslContextFactory().reload(context -> { });
                } catch (Exception e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }
        }
    }

    private static List<String> stamps(TlsConfiguration configured) throws IOException {
        List<String> stamps = new ArrayList<>();
        for (Path file : configured.files()) {
            stamps.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        return stamps;
    }

    private void tell(String what) {
        if (!problem.equals(Optional.of(what))) {
            LOG.warn("The renewed certificate for TLS is not used: {}; the one before stays in use", what);
        }
        problem = Optional.of(what);
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Health check() {
        if (problem.isPresent()) {
            return Health.warning(TEXTS.text("tls.not-renewed", problem.get()));
        }
        if (notAfter.isEmpty()) {
            return Health.up(TEXTS.text(mode.isOn() ? "tls.on" : "tls.off"));
        }
        String end = notAfter.get().toString();
        return notAfter.get().isBefore(clock.instant().plus(WARNING_BEFORE_END))
                ? Health.warning(TEXTS.text("tls.ends", end)) : Health.up(TEXTS.text("tls.until", end));
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
