package org.zaledje.platform.service.internal.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.Texts;

/** Reads and unpacks archives. Trusts no size, name or content in them. */
final class ArchiveReader {

    private static final Texts TEXTS = Texts.beside(ArchiveReader.class);
    private static final String CONTENT = "repository/";
    private static final int ENTRIES_MAX = 5_000;
    private static final long UNPACKED_BYTES_MAX = 1L << 30;
    private static final long DESCRIPTOR_BYTES_MAX = 1L << 20;

    private ArchiveReader() {
    }

    /** What the archive holds. */
    static Archive read(Path file) throws DeployProblem {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<Archive> found = new ArrayList<>();
            for (ZipEntry entry : content(zip)) {
                if (entry.getName().endsWith(".xml") && entry.getSize() <= DESCRIPTOR_BYTES_MAX) {
                    FeatureRepository repository = descriptor(zip, entry);
                    if (!repository.features().isEmpty()) {
                        String path = entry.getName().substring(CONTENT.length());
                        found.add(new Archive(sha256(file), repository.features(), path));
                    }
                }
            }
            if (found.size() != 1) {
                throw new DeployProblem(TEXTS.text("archive.repositories", found.size()));
            }
            return found.get(0);
        } catch (IOException | IllegalArgumentException e) {
            throw new DeployProblem(TEXTS.text("archive.unreadable", Reason.of(e)), e);
        }
    }

    /** Unpacks the archive's repository into an empty folder. */
    static void unpack(Path file, Path folder) throws DeployProblem {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Files.createDirectories(folder);
            long left = UNPACKED_BYTES_MAX;
            for (ZipEntry entry : content(zip)) {
                Path target = folder.resolve(entry.getName().substring(CONTENT.length())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(entry.getName() + " points outside the archive");
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
                    left -= copy(in, out, left);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DeployProblem(TEXTS.text("archive.unreadable", Reason.of(e)), e);
        }
    }

    private static FeatureRepository descriptor(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) DESCRIPTOR_BYTES_MAX);
            return FeatureRepository.read(new ByteArrayInputStream(content));
        }
    }

    private static List<ZipEntry> content(ZipFile zip) throws IOException {
        if (zip.size() > ENTRIES_MAX) {
            throw new IOException("more than " + ENTRIES_MAX + " entries");
        }
        List<ZipEntry> content = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory() && entry.getName().startsWith(CONTENT)) {
                content.add(entry);
            }
        }
        return content;
    }

    private static long copy(InputStream in, OutputStream out, long max) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > max) {
                throw new IOException("more than " + UNPACKED_BYTES_MAX + " bytes when unpacked");
            }
            out.write(buffer, 0, read);
        }
        return copied;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
