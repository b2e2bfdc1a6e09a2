package org.zaledje.platform.document.internal.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Where files are kept, and how much room is left to others; other room holds from the next start. */
@Component(service = StoreSettings.class, configurationPid = "org.zaledje.documents",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class StoreSettings {

    private static final long FREE_BYTES_MIN = 512L * 1024 * 1024;

    private final Path folder;
    private final long freeBytesMin;

    @Activate
    public StoreSettings(Map<String, ?> configuration, BundleContext context) {
        this(data(context).resolve("documents"), Optional.ofNullable(configuration.get("free-bytes-min"))
                .map(value -> Long.parseLong(value.toString().strip())).orElse(FREE_BYTES_MIN));
    }

    /** @param freeBytesMin room on the disk that no file is to take, in bytes */
    StoreSettings(Path folder, long freeBytesMin) {
        this.folder = folder.toAbsolutePath().normalize();
        this.freeBytesMin = freeBytesMin;
    }

    /** All files lie below it; backups take it as it is. */
    Path folder() {
        return folder;
    }

    long freeBytesMin() {
        return freeBytesMin;
    }

    private static Path data(BundleContext context) {
        return Stream.of("zaledje.data", "karaf.base").map(context::getProperty)
                .filter(value -> value != null && !value.isBlank()).findFirst().map(Path::of).orElse(Path.of("data"));
    }
}
