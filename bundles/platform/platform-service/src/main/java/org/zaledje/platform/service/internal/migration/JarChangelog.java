package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The changelog of a bundle that is not installed yet, with its files copied beside each other; closing it deletes them.
 */
record JarChangelog(Changelog changelog, FolderFiles files) implements AutoCloseable {

    /** The changelog in a jar, or empty when it has none. */
    static Optional<JarChangelog> of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes headers = Optional.ofNullable(jar.getManifest()).map(manifest -> manifest.getMainAttributes())
                    .orElseGet(Attributes::new);
            String header = headers.getValue(Changelog.HEADER);
            if (header == null) {
                return Optional.empty();
            }
            Changelog changelog = Changelog.parse(header);
            Path folder = Files.createTempDirectory("changelog").toAbsolutePath().normalize();
            for (JarFileEntry entry : entries(jar, changelog.folder() + "/", folder)) {
                Files.createDirectories(entry.target().getParent());
                try (InputStream in = jar.getInputStream(entry.entry())) {
                    Files.copy(in, entry.target());
                }
            }
            String owner = headers.getValue("Bundle-SymbolicName") + " " + headers.getValue("Bundle-Version");
            return Optional.of(new JarChangelog(changelog, new FolderFiles(folder, owner)));
        }
    }

    private record JarFileEntry(ZipEntry entry, Path target) {
    }

    private static Iterable<JarFileEntry> entries(JarFile jar, String start, Path folder) {
        return Collections.list(jar.entries()).stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(start))
                .map(entry -> new JarFileEntry(entry, folder.resolve(entry.getName()).normalize()))
                .filter(entry -> entry.target().startsWith(folder))
                .toList();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(files.root())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
