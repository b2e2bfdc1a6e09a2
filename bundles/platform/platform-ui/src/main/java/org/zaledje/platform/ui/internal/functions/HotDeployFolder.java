package org.zaledje.platform.ui.internal.functions;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where people put the archives of functions. */
@Component(service = HotDeployFolder.class)
public final class HotDeployFolder {

    private static final String DATA = "zaledje.data";

    private final String path;

    @Activate
    public HotDeployFolder(BundleContext context) {
        String data = context.getProperty(DATA);
        path = Path.of(data == null ? "" : data, "deploy").toAbsolutePath().normalize().toString();
    }

    /** Its absolute path on the server. */
    public String path() {
        return path;
    }
}
