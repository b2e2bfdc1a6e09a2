package org.zaledje.platform.document.internal.store;

import static org.zaledje.platform.document.internal.DocumentTexts.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/**
 * Files that come in parts and may break off between them. How much has come is what lies on the disk, so a part that was
 * answered is there after a kill. One that nobody has gone on with for a day is removed. Thread-safe, also among nodes.
 */
@Component(service = PartialFiles.class)
public final class PartialFiles {

    private final FileStore store;

    @Activate
    public PartialFiles(@Reference FileStore store) {
        this.store = store;
    }

    public void begin(PendingUpload upload) {
        attempt(() -> {
            Files.createFile(content(upload.id()));
            upload.write(about(upload.id()));
            return upload;
        });
    }

    public Optional<PendingUpload> find(UUID id) {
        return attempt(() -> PendingUpload.read(id, about(id)));
    }

    /** How many bytes have come. */
    public long offset(UUID id) {
        return attempt(() -> Files.size(content(id)));
    }

    /**
     * Takes a part.
     *
     * @param checksum what its bytes must give; a part without or with another one is left out as a whole
     * @return how many bytes have come now; empty when the checksum is another one
     * @throws ProblemException CONFLICT when the part begins elsewhere than where the file ends, or another one is coming
     */
    public Optional<Long> append(PendingUpload upload, long offset, InputStream part, Optional<Checksum> checksum) {
        return attempt(() -> {
            try (FileChannel file = FileChannel.open(content(upload.id()), StandardOpenOption.WRITE); FileLock lock = lock(file)) {
                if (file.size() != offset) {
                    throw problem(Kind.CONFLICT, "documents.upload.offset", file.size());
                }
                Files.setLastModifiedTime(about(upload.id()), FileTime.from(store.now()));
                file.position(offset);
                return append(upload, offset, part, checksum, file);
            }
        });
    }

    private Optional<Long> append(PendingUpload upload, long offset, InputStream part, Optional<Checksum> checksum,
            FileChannel file) throws IOException {
        if (checksum.isEmpty()) {
            return Optional.of(offset + store.copy(part, file, upload.bytes() - offset));
        }
        boolean whole = false;
        try {
            MessageDigest digest = checksum.get().digest();
            long count = store.copy(new DigestInputStream(part, digest), file, upload.bytes() - offset);
            whole = MessageDigest.isEqual(digest.digest(), checksum.get().expected());
            return whole ? Optional.of(offset + count) : Optional.empty();
        } finally {
            if (!whole) {
                file.truncate(offset);
                file.force(true);
            }
        }
    }

    /**
     * Makes a file that has come whole a stored one.
     *
     * @throws ProblemException CONFLICT while a part of it is still being looked at
     */
    public StoredFile finish(PendingUpload upload) {
        return attempt(() -> {
            try (FileChannel file = FileChannel.open(content(upload.id()), StandardOpenOption.WRITE); FileLock lock = lock(file)) {
                StoredFile stored = store.take(content(upload.id()), upload.fileName());
                Files.deleteIfExists(about(upload.id()));
                return stored;
            }
        });
    }

    public void end(UUID id) {
        attempt(() -> {
            Files.deleteIfExists(about(id));
            return Files.deleteIfExists(content(id));
        });
    }

    private static FileLock lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // In this very process.
        }
        throw problem(Kind.CONFLICT, "documents.upload.busy");
    }

    private Path content(UUID id) {
        return store.uploads().resolve(id + ".content.part");
    }

    private Path about(UUID id) {
        return store.uploads().resolve(id + ".about.part");
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw problem(Kind.UNAVAILABLE, "documents.store.failed", String.valueOf(e.getMessage()));
        }
    }
}
