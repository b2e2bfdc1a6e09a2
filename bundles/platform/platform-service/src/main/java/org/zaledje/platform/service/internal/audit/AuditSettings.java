package org.zaledje.platform.service.internal.audit;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** Where the audit trail keeps what must not lie in the database. */
@Component(service = AuditSettings.class, configurationPid = "org.zaledje.audit",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class AuditSettings {

    private final Path heads;
    private final Path key;
    private final Path last;

    @Activate
    public AuditSettings(Map<String, ?> configuration, @Reference PlatformHome home) {
        Path own = home.data().resolve("audit");
        heads = path(configuration, "heads", own);
        key = path(configuration, "key", own.resolve("key"));
        last = own.resolve("last-head.json");
    }

    /** The folder of exported heads. */
    Path heads() {
        return heads;
    }

    /** The file with the key that rows are signed with. */
    Path key() {
        return key;
    }

    /** The head as this node last knew it. */
    Path last() {
        return last;
    }

    private static Path path(Map<String, ?> configuration, String name, Path otherwise) {
        Object value = configuration.get(name);
        return value == null || value.toString().isBlank() ? otherwise : Path.of(value.toString().strip()).toAbsolutePath();
    }
}
