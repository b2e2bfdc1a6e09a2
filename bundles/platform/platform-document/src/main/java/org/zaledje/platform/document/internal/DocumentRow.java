package org.zaledje.platform.document.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Document;

/** A document, without its files. */
@Entity
@Table(name = "doc_document")
public class DocumentRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "record_type", updatable = false)
    private String recordType;

    @Column(name = "record_id", updatable = false)
    private String recordId;

    @Column(name = "title")
    private String title;

    @Column(name = "latest")
    private int latest;

    @Column(name = "retained_until")
    private LocalDate retainedUntil;

    @Column(name = "deleted_at")
    private Timestamp deletedAt;

    @Column(name = "deleted_by")
    private String deletedBy;

    protected DocumentRow() {
    }

    DocumentRow(UUID id, RecordRef record, String title) {
        this.id = id;
        this.recordType = record.type();
        this.recordId = record.id();
        this.title = title;
        this.latest = 1;
    }

    UUID id() {
        return id;
    }

    RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    String title() {
        return title;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    int latest() {
        return latest;
    }

    int nextVersion() {
        latest++;
        return latest;
    }

    Optional<LocalDate> retainedUntil() {
        return Optional.ofNullable(retainedUntil);
    }

    void retain(LocalDate until) {
        retainedUntil = until;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    void delete(Instant at, String by) {
        deletedAt = Timestamp.from(at);
        deletedBy = by;
    }

    void restore() {
        deletedAt = null;
        deletedBy = null;
    }

    Document document(VersionRow newest) {
        return new Document(id, record(), title, newest.version(), retainedUntil(),
                Optional.ofNullable(deletedAt).map(Timestamp::toInstant), Optional.ofNullable(deletedBy));
    }
}
