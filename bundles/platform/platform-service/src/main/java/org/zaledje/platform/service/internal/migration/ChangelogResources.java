package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import liquibase.Liquibase;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;

/** Lets Liquibase read a changelog, and its own schemas, where they lie. */
final class ChangelogResources extends AbstractResourceAccessor {

    private static final String CLASSPATH = "classpath:";

    private final ChangelogFiles files;

    ChangelogResources(ChangelogFiles files) {
        this.files = files;
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String folder = relative(path);
        return files.below(folder).stream()
                .filter(file -> recursive || file.lastIndexOf('/') == folder.length())
                .flatMap(file -> getAll(file).stream())
                .toList();
    }

    @Override
    public List<Resource> getAll(String path) {
        String file = relative(path);
        URL found = files.find(file).orElseGet(() -> Liquibase.class.getClassLoader().getResource(file));
        return found == null ? List.of() : List.of(new File(file, found));
    }

    private static String relative(String path) {
        String plain = path.startsWith(CLASSPATH) ? path.substring(CLASSPATH.length()) : path;
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    @Override
    public List<String> describeLocations() {
        return List.of(files.owner());
    }

    @Override
    public void close() {
        // The files are not ours to close.
    }

    private final class File extends AbstractResource {

        private final URL url;

        File(String path, URL url) {
            super(path, uri(url));
            this.url = url;
        }

        private static URI uri(URL url) {
            try {
                return url.toURI();
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(url.toString(), e);
            }
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return url.openStream();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            return at(resolvePath(other));
        }

        @Override
        public Resource resolveSibling(String other) {
            return at(resolveSiblingPath(other));
        }

        private Resource at(String path) {
            return getAll(path).stream()
                    .findFirst()
                    .orElseGet(() -> new NotFoundResource(path, ChangelogResources.this));
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) throws IOException {
            throw new IOException("read-only: " + getPath());
        }
    }
}
