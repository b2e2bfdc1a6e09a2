package org.zaledje.platform.service.internal.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.text.Texts;

/** How much room is left where the data directory lies. */
@Component(configurationPid = "org.zaledje.health")
public final class DiskSpace implements HealthCheck, MetricSource {

    private static final Texts TEXTS = Texts.beside(DiskSpace.class);
    private static final long MIB = 1 << 20;

    private final PlatformHome home;
    private final long freeMibMin;

    /** What an administrator can set. */
    @interface Settings {
        /** Least room that is in order, in MiB. */
        long disk_free_mib() default 1024;
    }

    @Activate
    public DiskSpace(Settings settings, @Reference PlatformHome home) {
        this.home = home;
        this.freeMibMin = settings.disk_free_mib();
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Health check() {
        long free = store().free() / MIB;
        return free < freeMibMin ? Health.warning(TEXTS.text("disk.low", home.data().toString(), free, freeMibMin))
                : Health.up(TEXTS.text("disk.free", free));
    }

    @Override
    public List<Measurement> measure() {
        Store store = store();
        return List.of(
                Measurement.gauge("zaledje_disk_free_bytes", "Room that is left for the data directory", Map.of(), store.free()),
                Measurement.gauge("zaledje_disk_total_bytes", "Room for the data directory in all", Map.of(), store.total()));
    }

    private record Store(long free, long total) {
    }

    private Store store() {
        try {
            FileStore store = Files.getFileStore(home.data());
            return new Store(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
