package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An archive in the hot-deploy folder, as the file system tells of it.
 *
 * @param path  where it lies
 * @param stamp changes when the file is written again or replaced
 */
record ArchiveFile(Path path, String stamp) {

    static final String SUFFIX = ".kar";
    private static final int FILES_MAX = 500;

    String name() {
        return path.getFileName().toString();
    }

    /** The file as it is now, or empty when there is none. */
    static Optional<ArchiveFile> of(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            String stamp = String.join(" ", Long.toString(attributes.size()),
                    attributes.lastModifiedTime().toInstant().toString(), String.valueOf(attributes.fileKey()));
            return attributes.isRegularFile() ? Optional.of(new ArchiveFile(path, stamp)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** All archives in the folder, by name. */
    static List<ArchiveFile> in(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            List<ArchiveFile> found = new ArrayList<>();
            for (Path path : paths.filter(ArchiveFile::isArchive).sorted().limit(FILES_MAX).toList()) {
                of(path).ifPresent(found::add);
            }
            return found;
        }
    }

    private static boolean isArchive(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && name.length() > SUFFIX.length() && !name.startsWith(".");
    }
}
