package org.zaledje.platform.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Makes backups while the system works. Thread-safe; one backup is made at a time. */
@ProviderType
public interface Backups {

    /** What the caller needs. */
    String WRITE = "platform.backup.write";

    /** Id of the job that makes a backup in the configured folder, proves it, and removes the oldest. */
    String JOB = "platform.backup";

    /** Fewest characters of a passphrase. */
    int PASSPHRASE_LENGTH_MIN = 12;

    /** Most characters of a passphrase. */
    int PASSPHRASE_LENGTH_MAX = 1_000;

    /**
     * A backup that was made.
     *
     * @param file   where it lies
     * @param tables how many tables it has
     * @param rows   how many rows they have together
     * @param files  how many files of the data directory it has
     * @param bytes  its size
     */
    record Report(Path file, int tables, long rows, int files, long bytes) {
    }

    /**
     * A backup in the configured folder.
     *
     * @param file    where it lies on the server's machine
     * @param madeAt  when it was made
     * @param bytes   its size
     * @param rows    how many rows it has
     * @param provenAt when it was proven that it can be restored; empty when that has not been done, or has failed
     */
    record Kept(Path file, Instant madeAt, long bytes, long rows, Optional<Instant> provenAt) {
    }

    /** The backups that the job has made and that are still there, latest first. Needs {@link #WRITE}. */
    List<Kept> kept();

    /** The folder that the job writes into. Needs {@link #WRITE}. */
    Path folder();

    /**
     * Writes the database as it is at one moment, with the files that belong to it. The file appears under its name once
     * it is complete and on the disk.
     *
     * @param file       a path on the server's machine; nothing may be there yet, its folder must be
     * @param passphrase {@value #PASSPHRASE_LENGTH_MIN} to {@value #PASSPHRASE_LENGTH_MAX} characters, without which the
     *                   file can't be read; the caller clears it
     * @throws org.zaledje.platform.problem.ProblemException UNAUTHENTICATED or FORBIDDEN when the caller may not; RULES_BROKEN
     *         {@code backup.passphrase} or {@code backup.file}; CONFLICT {@code backup.running}; UNAVAILABLE
     *         {@code backup.failed} when the disk or the database failed, and no file was left
     */
    Report write(Path file, char[] passphrase);
}
