package org.zaledje.platform.ui.internal.functions;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where people put the archives of functions. */
@Component(service = HotDeployFolder.class)
public final class HotDeployFolder {

    private final String path;

    @Activate
    public HotDeployFolder(BundleContext context) {
        path = Stream.of("zaledje.data", "karaf.base")
                .map(context::getProperty)
                .filter(Objects::nonNull)
                .map(data -> Path.of(data, "deploy").toAbsolutePath().normalize().toString())
                .findFirst().orElseThrow();
    }

    /** Its absolute path on the server. */
    public String path() {
        return path;
    }
}
