package org.zaledje.platform.web.internal.front;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** Whether and how this process speaks TLS, as the launcher has found it configured. */
@Component(service = TlsMode.class, configurationPid = "org.zaledje.tls")
public final class TlsMode {

    private static final String HTTPS_PORT = "zaledje.https.port";
    private static final String HTTP = "zaledje.http";
    private static final int NO_PORT = 0;

    private final int port;
    private final boolean redirecting;
    private volatile long hstsSeconds;

    /** What an administrator can set and the launcher does not need. */
    @interface Settings {
        /** How long browsers remember to come encrypted only; 0 for not at all. */
        long hsts_seconds() default 31_536_000;
    }

    @Activate
    public TlsMode(Settings settings, BundleContext context) {
        this(Integer.parseInt(Optional.ofNullable(context.getProperty(HTTPS_PORT)).orElse("0")),
                "redirect".equals(context.getProperty(HTTP)), settings.hsts_seconds());
    }

    /** Takes a changed configuration up. */
    @Modified
    void configure(Settings settings) {
        hstsSeconds = settings.hsts_seconds();
    }

    /** @param port 0 without TLS */
    public TlsMode(int port, boolean redirecting, long hstsSeconds) {
        this.port = port;
        this.redirecting = redirecting && port != NO_PORT;
        this.hstsSeconds = hstsSeconds;
    }

    /** Whether this process speaks TLS itself; a proxy before it may do so otherwise. */
    public boolean isOn() {
        return port != NO_PORT;
    }

    /** Whether those who come unencrypted are sent to {@link #port()}. */
    public boolean isRedirecting() {
        return redirecting;
    }

    public int port() {
        return port;
    }

    public long hstsSeconds() {
        return hstsSeconds;
    }
}
