package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
final class Kars {

    private Kars() {
    }

    /** An archive with one feature; {@code content} makes archives of the same version differ. */
    static Path write(Path file, String feature, String version, String content) throws IOException {
        String folder = "repository/t/" + feature + "/" + version + "/";
        String description = "<feature name='%1$s' version='%2$s'><bundle>mvn:t/%1$s/%2$s</bundle></feature>";
        return write(file, Map.of(
                folder + "features.xml", features(description.formatted(feature, version)),
                folder + feature + ".jar", content));
    }

    static Path write(Path file, Map<String, String> entries) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static String features(String content) {
        return "<features name='t' xmlns='http://karaf.apache.org/xmlns/features/v1.6.0'>" + content + "</features>";
    }
}
