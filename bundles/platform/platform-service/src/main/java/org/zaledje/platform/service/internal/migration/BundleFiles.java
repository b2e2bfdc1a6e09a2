package org.zaledje.platform.service.internal.migration;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Files in a bundle, read without its class loader. */
record BundleFiles(Bundle bundle) implements ChangelogFiles {

    @Override
    public Optional<URL> find(String path) {
        return Optional.ofNullable(bundle.getEntry(path));
    }

    @Override
    public List<String> below(String folder) {
        Enumeration<URL> entries = bundle.findEntries(folder, "*", true);
        return entries == null ? List.of() : Collections.list(entries).stream()
                .map(entry -> entry.getPath().substring(1))
                .filter(path -> !path.endsWith("/"))
                .sorted()
                .toList();
    }

    @Override
    public String owner() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
