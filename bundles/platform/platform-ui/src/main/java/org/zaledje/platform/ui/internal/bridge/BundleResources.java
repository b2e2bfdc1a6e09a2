package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.server.VaadinServlet;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The built frontend lies in this bundle, Vaadin's own scripts in Vaadin's. */
final class BundleResources implements ResourceProvider {

    private final List<Bundle> bundles =
            List.of(FrameworkUtil.getBundle(BundleResources.class), FrameworkUtil.getBundle(VaadinServlet.class));
    private final Map<String, byte[]> clientResources = new ConcurrentHashMap<>();

    @Override
    public URL getApplicationResource(String path) {
        return entries(path).findFirst().orElse(null);
    }

    @Override
    public List<URL> getApplicationResources(String path) {
        return entries(path).toList();
    }

    @Override
    public URL getClientResource(String path) {
        return getApplicationResource(path);
    }

    @Override
    public InputStream getClientResourceAsStream(String path) throws IOException {
        byte[] known = clientResources.get(path);
        if (known == null) {
            known = read(path);
            clientResources.put(path, known);
        }
        return new ByteArrayInputStream(known);
    }

    private byte[] read(String path) throws IOException {
        URL url = getClientResource(path);
        if (url == null) {
            throw new FileNotFoundException(path);
        }
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    private Stream<URL> entries(String path) {
        return bundles.stream().map(bundle -> bundle.getEntry(path)).filter(Objects::nonNull);
    }
}
