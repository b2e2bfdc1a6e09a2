package org.zaledje.platform.document.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentVersion;

/** A document as it is told. */
@Schema(name = "Document")
public record DocumentAnswer(UUID id, String recordType, String recordId, String title, DocumentVersion latest,
        @Schema(type = "string", format = "date") Optional<LocalDate> retainedUntil,
        @Schema(type = "string", format = "date-time") Optional<Instant> deletedAt,
        @Schema(type = "string") Optional<String> deletedBy) {

    static DocumentAnswer of(Document document) {
        return new DocumentAnswer(document.id(), document.record().type(), document.record().id(), document.title(),
                document.latest(), document.retainedUntil(), document.deletedAt(), document.deletedBy());
    }
}
