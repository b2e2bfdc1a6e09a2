package org.zaledje.platform.service.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The bundles of the platform, and those in the archives of an installation's hot-deploy folder, as files; closing it deletes what
 * was unpacked.
 */
final class ShippedBundles implements AutoCloseable {

    private static final String PLATFORM = "platform-service";

    private final List<Path> platform;
    private final Path unpacked;

    /** @param platform the platform's own bundles, in any order */
    ShippedBundles(List<Path> platform) throws IOException {
        this.platform = platform.stream().sorted(Comparator.comparing(
                (Path jar) -> !jar.getFileName().toString().startsWith(PLATFORM)).thenComparing(Comparator.naturalOrder())).toList();
        unpacked = Files.createTempDirectory("bundles");
    }

    /** The platform's, its kernel first, then those of the archives in a folder. */
    List<Path> with(Path deployed) throws IOException {
        List<Path> all = new ArrayList<>(platform);
        if (Files.isDirectory(deployed)) {
            try (Stream<Path> archives = Files.list(deployed)) {
                for (Path archive : archives.filter(file -> file.toString().endsWith(".kar")).sorted().toList()) {
                    unpack(archive, all);
                }
            }
        }
        return all;
    }

    private void unpack(Path archive, List<Path> all) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jar")) {
                    Path jar = Files.createTempFile(unpacked, "", ".jar");
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
                    }
                    all.add(jar);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        Drill.delete(unpacked);
    }
}
