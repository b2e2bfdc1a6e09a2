package org.zaledje.platform.service.internal.audit;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** Where the audit trail keeps what must not lie in the database. */
@Component(service = AuditSettings.class, configurationPid = "org.zaledje.audit",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class AuditSettings {

    private final Path own;
    private final Path key;
    // Written by the thread that brings a changed configuration. Everything audited stands on this service, so it stays.
    private volatile Path heads;

    @Activate
    public AuditSettings(Map<String, ?> configuration, @Reference PlatformHome home) {
        own = home.data().resolve("audit");
        key = path(configuration, "key", own.resolve("key"));
        configure(configuration);
    }

    /** Takes a changed folder for heads up; another key holds from the next start. */
    @Modified
    void configure(Map<String, ?> configuration) {
        heads = path(configuration, "heads", own);
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
        return own.resolve("last-head.json");
    }

    private static Path path(Map<String, ?> configuration, String name, Path otherwise) {
        Object value = configuration.get(name);
        return value == null || value.toString().isBlank() ? otherwise : Path.of(value.toString().strip()).toAbsolutePath();
    }
}
