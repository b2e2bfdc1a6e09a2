package org.zaledje.platform.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.audit.RecordRef;

/**
 * A document of a record.
 *
 * @param id            time-ordered (UUIDv7)
 * @param record        what it is attached to
 * @param title         what people call it; at most {@value Documents#NAME_LENGTH_MAX} characters
 * @param latest        its newest file; {@link DocumentVersion#number()} tells how many there are
 * @param retainedUntil the last day on which it can't be destroyed; empty when nothing says so
 * @param deletedAt     when it was put into the bin; empty when it is not there
 * @param deletedBy     login name of who did
 */
public record Document(UUID id, RecordRef record, String title, DocumentVersion latest, Optional<LocalDate> retainedUntil,
        Optional<Instant> deletedAt, Optional<String> deletedBy) {

    public Document {
        Objects.requireNonNull(id);
        Objects.requireNonNull(record);
        Objects.requireNonNull(title);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(retainedUntil);
        Objects.requireNonNull(deletedAt);
        Objects.requireNonNull(deletedBy);
    }

    /** Whether it is in the bin. */
    public boolean isDeleted() {
        return deletedAt.isPresent();
    }
}
