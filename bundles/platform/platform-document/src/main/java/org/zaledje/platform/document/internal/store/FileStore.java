package org.zaledje.platform.document.internal.store;

import static org.zaledje.platform.document.internal.DocumentTexts.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/*
 * How is it that no row is without its file, and no file is kept for nothing?
 *
 * A file is written to uploads/, forced to the disk, and moved to ab/cd/<sha256> before a row names it. A kill in
 * between leaves a file that no row names. Such a file is moved aside once it is a day old, and deleted after one more
 * day; a row that came to name it meanwhile, because the same content was sent again just then, still finds it, and it is
 * moved back. Sending a content again replaces the file by the same bytes, so its day begins anew.
 */

/** Files by the SHA-256 of their contents. Thread-safe, also among nodes that share the folder. */
@Component(service = FileStore.class)
public final class FileStore {

    /** How long a file is left alone that no row names. */
    static final Duration UNNAMED_KEPT = Duration.ofDays(1);

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long ROOM_ASKED_EACH_BYTES = 16L * 1024 * 1024;

    private final Path documents;
    private final Path uploads;
    private final Path aside;
    private final long freeBytesMin;
    private final Clock clock;
    private final MediaTypes types = new MediaTypes();

    @Activate
    public FileStore(@Reference StoreSettings settings, @Reference Clock clock) throws IOException {
        this.documents = settings.folder();
        this.uploads = documents.resolve("uploads");
        this.aside = documents.resolve("unnamed");
        this.freeBytesMin = settings.freeBytesMin();
        this.clock = clock;
        Files.createDirectories(uploads);
        Files.createDirectories(aside);
    }

    /** Where lies what is not whole yet. */
    Path uploads() {
        return uploads;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Keeps a content, which is on the disk when this returns.
     *
     * @throws ProblemException TOO_LARGE, STORAGE_FULL, or UNREADABLE when the sender stops in the middle; nothing is kept then
     */
    public StoredFile keep(InputStream content, String fileName) {
        Path part = uploads.resolve(UUID.randomUUID() + ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(content, channel, Documents.BYTES_MAX);
            return take(part, fileName);
        } catch (IOException e) {
            throw problem(Kind.UNAVAILABLE, "documents.store.failed", reason(e));
        } finally {
            delete(part);
        }
    }

    /**
     * Writes what comes to the channel's position, and forces it to the disk; what came is written also when the sender stops
     * in the middle.
     *
     * @param bytesMax how many more are taken
     * @return how many came
     */
    long copy(InputStream content, FileChannel target, long bytesMax) throws IOException {
        requireRoom();
        byte[] buffer = new byte[BUFFER_BYTES];
        long written = 0;
        try {
            for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
                if (written + count > bytesMax) {
                    throw problem(Kind.TOO_LARGE, "documents.too-large", Documents.BYTES_MAX);
                }
                if (written / ROOM_ASKED_EACH_BYTES != (written + count) / ROOM_ASKED_EACH_BYTES) {
                    requireRoom();
                }
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    target.write(bytes);
                }
                written += count;
            }
            return written;
        } finally {
            target.force(true);
        }
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw problem(Kind.UNREADABLE, "documents.upload.cut-off");
        }
    }

    /** Makes a file that is whole and forced to the disk a stored one. */
    StoredFile take(Path part, String fileName) throws IOException {
        String sha256 = digest(part);
        StoredFile stored = new StoredFile(sha256, Files.size(part), types.of(part, fileName));
        Path target = path(sha256);
        for (Path folder = target.getParent(); !folder.equals(documents); folder = folder.getParent()) {
            Files.createDirectories(folder);
            force(folder.getParent());
        }
        Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(target.getParent());
        return stored;
    }

    private FileChannel open(String sha256) throws IOException {
        try {
            return FileChannel.open(path(sha256), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return FileChannel.open(aside.resolve(sha256), StandardOpenOption.READ);
        }
    }

    /** Reads a stored file from a byte on. */
    public InputStream open(String sha256, long from) throws IOException {
        FileChannel channel = open(sha256);
        channel.position(from);
        return Channels.newInputStream(channel);
    }

    /** A row that named this file is about to go; backups that have begun still find it. */
    public void touch(String sha256) {
        try {
            Files.setLastModifiedTime(path(sha256), FileTime.from(clock.instant()));
        } catch (IOException e) {
            // It is aside, or gone; either way nothing depends on its time.
        }
    }

    /**
     * Moves files aside that no row has named for a day, and deletes those that were moved a day ago; also what is left of
     * uploads that have broken off.
     *
     * @param named whether a row names a file
     * @return how many were deleted
     */
    public int sweep(Predicate<String> named) throws IOException {
        int deleted = 0;
        try (Stream<Path> moved = Files.list(aside)) {
            for (Path file : (Iterable<Path>) moved::iterator) {
                String sha256 = file.getFileName().toString();
                if (named.test(sha256)) {
                    Files.createDirectories(path(sha256).getParent());
                    Files.move(file, path(sha256), StandardCopyOption.ATOMIC_MOVE);
                } else if (isOld(file)) {
                    Files.delete(file);
                    deleted++;
                }
            }
        }
        try (Stream<Path> kept = Files.walk(documents)) {
            for (Path file : (Iterable<Path>) kept.filter(this::isStored)::iterator) {
                if (isOld(file) && !named.test(file.getFileName().toString())) {
                    Path away = aside.resolve(file.getFileName());
                    Files.move(file, away, StandardCopyOption.ATOMIC_MOVE);
                    Files.setLastModifiedTime(away, FileTime.from(clock.instant()));
                }
            }
        }
        try (Stream<Path> parts = Files.list(uploads)) {
            for (Path part : (Iterable<Path>) parts.filter(path -> path.toString().endsWith(".part"))::iterator) {
                if (isOld(part)) {
                    Files.deleteIfExists(part);
                }
            }
        }
        return deleted;
    }

    private boolean isStored(Path file) {
        return Files.isRegularFile(file) && !file.startsWith(uploads) && !file.startsWith(aside);
    }

    private boolean isOld(Path file) throws IOException {
        Instant touched = Files.getLastModifiedTime(file).toInstant();
        return touched.plus(UNNAMED_KEPT).isBefore(clock.instant());
    }

    private Path path(String sha256) {
        return documents.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private void requireRoom() throws IOException {
        if (Files.getFileStore(uploads).getUsableSpace() < freeBytesMin) {
            throw problem(Kind.STORAGE_FULL, "documents.store.full");
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The sweep finds it.
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
