package org.zaledje.platform.service.internal.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** How long events are kept, and where webhooks may lead. */
@Component(service = EventSettings.class, configurationPid = "org.zaledje.events",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class EventSettings {

    private static final long RETENTION_DAYS = 30;

    private final Duration retention;
    private final boolean privateTargets;
    private final Path key;

    @Activate
    public EventSettings(Map<String, ?> configuration, @Reference PlatformHome home) {
        long days = Long.parseLong(text(configuration, "retention-days", Long.toString(RETENTION_DAYS)));
        if (days < 1) {
            throw new IllegalArgumentException("org.zaledje.events: retention-days must be at least 1, and is " + days);
        }
        retention = Duration.ofDays(days);
        privateTargets = Boolean.parseBoolean(text(configuration, "private-targets", "false"));
        key = Path.of(text(configuration, "key", home.data().resolve("keys").resolve("webhooks").toString())).toAbsolutePath();
    }

    private static String text(Map<String, ?> configuration, String name, String otherwise) {
        Object value = configuration.get(name);
        return value == null || value.toString().isBlank() ? otherwise : value.toString().strip();
    }

    /** How long events are kept that have taken effect everywhere. */
    Duration retention() {
        return retention;
    }

    /** Whether webhooks may lead to this machine and into private networks. */
    boolean privateTargets() {
        return privateTargets;
    }

    /** The file with the key that webhooks' secrets are encrypted with. */
    Path key() {
        return key;
    }
}
