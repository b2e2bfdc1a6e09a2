package org.zaledje.platform.document.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.internal.store.StoredFile;

/** One file of a document. */
@Entity
@Table(name = "doc_version")
public class VersionRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "document_id", updatable = false)
    private UUID document;

    @Column(name = "number", updatable = false)
    private int number;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(name = "bytes", updatable = false)
    private long bytes;

    @Column(name = "sha256", updatable = false)
    private String sha256;

    @Column(name = "stored_at", updatable = false)
    private Timestamp storedAt;

    @Column(name = "stored_by", updatable = false)
    private String storedBy;

    protected VersionRow() {
    }

    VersionRow(UUID id, DocumentRow document, String fileName, StoredFile file, Instant at, String by) {
        this.id = id;
        this.document = document.id();
        this.number = document.latest();
        this.fileName = fileName;
        this.mediaType = file.mediaType();
        this.bytes = file.bytes();
        this.sha256 = file.sha256();
        this.storedAt = Timestamp.from(at);
        this.storedBy = by;
    }

    UUID document() {
        return document;
    }

    String sha256() {
        return sha256;
    }

    DocumentVersion version() {
        return new DocumentVersion(number, fileName, mediaType, bytes, sha256, storedAt.toInstant(), storedBy);
    }
}
