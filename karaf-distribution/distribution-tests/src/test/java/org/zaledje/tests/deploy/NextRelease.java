package org.zaledje.tests.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A shipped archive as its next release would be if nothing but its number had changed. */
record NextRelease(String version, String next) {

    /** Writes the archive of the next release into a folder. */
    Path of(Path archive, Path folder) {
        Path target = folder.resolve(archive.getFileName().toString().replace(version, next));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive));
                OutputStream file = Files.newOutputStream(target); ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName().replace(version, next)));
                out.write(content(entry.getName(), in.readAllBytes()));
                out.closeEntry();
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(String name, byte[] bytes) throws IOException {
        if (name.endsWith("-features.xml")) {
            return new String(bytes, StandardCharsets.UTF_8).replace(version, next).getBytes(StandardCharsets.UTF_8);
        }
        return name.endsWith(".jar") ? bundle(bytes) : bytes;
    }

    private byte[] bundle(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), next);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                copy(in, out);
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(JarInputStream in, JarOutputStream out) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
