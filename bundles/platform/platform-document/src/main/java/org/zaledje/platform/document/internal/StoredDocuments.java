package org.zaledje.platform.document.internal;

import static org.zaledje.platform.document.internal.DocumentTexts.problem;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentContent;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.document.internal.store.FileStore;
import org.zaledje.platform.document.internal.store.StoredFile;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Documents: rows in the database, files in the store. */
@Component(service = {Documents.class, StoredDocuments.class})
public final class StoredDocuments implements Documents {

    private final CompanyData data;
    private final FileStore files;
    private final Owners owners;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;
    private final AuditTrail audit;
    private final EventPublisher events;

    @Activate
    public StoredDocuments(@Reference(target = "(osgi.unit.name=document)") CompanyData data, @Reference FileStore files,
            @Reference Owners owners, @Reference Callers callers, @Reference IdSource ids, @Reference Clock clock,
            @Reference AuditTrail audit, @Reference EventPublisher events) {
        this.data = data;
        this.files = files;
        this.owners = owners;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Document attach(RecordRef record, String title, String fileName, InputStream content) {
        String name = requireAttachable(record, title, fileName);
        return attach(record, title, fileName, files.keep(content, name));
    }

    /** Makes sure that a file may be attached, before it is sent; its name as it will be kept. */
    public String requireAttachable(RecordRef record, String title, String fileName) {
        callers.require(USE);
        requireChange(record);
        String name = DocumentNames.fileName(fileName);
        DocumentNames.title(title.isBlank() ? name : title);
        return name;
    }

    /** Attaches a file that is in the store. */
    public Document attach(RecordRef record, String title, String fileName, StoredFile file) {
        Caller caller = callers.require(USE);
        requireChange(record);
        String name = DocumentNames.fileName(fileName);
        DocumentRow row = new DocumentRow(ids.next(), record, DocumentNames.title(title.isBlank() ? name : title));
        return data.in(rows -> {
            if (count(rows, record) >= OF_RECORD_MAX) {
                throw DocumentNames.broken("documents.too-many", "", OF_RECORD_MAX);
            }
            rows.add(row);
            rows.write();
            return store(rows, row, name, file, caller);
        });
    }

    @Override
    public Document addVersion(UUID document, String fileName, InputStream content) {
        String name = requireNextVersion(document, fileName);
        return addVersion(document, name, files.keep(content, name));
    }

    /** Makes sure that a document may have another version, before it is sent; the name of its file as it will be kept. */
    public String requireNextVersion(UUID document, String fileName) {
        callers.require(USE);
        return data.in(rows -> {
            DocumentRow row = changeable(rows.find(DocumentRow.class, document), document);
            requireNextVersion(row);
            return DocumentNames.fileName(fileName);
        });
    }

    /** Adds a version whose file is in the store. */
    public Document addVersion(UUID document, String fileName, StoredFile file) {
        Caller caller = callers.require(USE);
        return change(document, (rows, row) -> {
            requireNextVersion(row);
            row.nextVersion();
            return store(rows, row, DocumentNames.fileName(fileName), file, caller);
        });
    }

    private static void requireNextVersion(DocumentRow row) {
        if (row.isDeleted()) {
            throw problem(Kind.CONFLICT, "documents.in-bin");
        }
        if (row.latest() >= VERSIONS_MAX) {
            throw DocumentNames.broken("documents.too-many-versions", "", VERSIONS_MAX);
        }
    }

    private Document store(CompanyRows rows, DocumentRow row, String fileName, StoredFile file, Caller caller) {
        VersionRow version = new VersionRow(ids.next(), row, fileName, file, now(), caller.name());
        rows.add(version);
        rows.write();
        Document document = row.document(version);
        record(document, "documents.document.store", Map.of(), Map.of("title", document.title(), "file", fileName,
                "version", "" + row.latest(), "bytes", "" + file.bytes(), "sha256", file.sha256()));
        publish(STORED, document);
        return document;
    }

    @Override
    public List<Document> of(RecordRef record) {
        callers.require(USE);
        requireRead(record);
        return data.in(rows -> {
            List<DocumentRow> found = rows.query("select d from DocumentRow d where d.recordType = :type and d.recordId = :id"
                    + " order by d.id desc", DocumentRow.class).setParameter("type", record.type())
                    .setParameter("id", record.id()).setMaxResults(OF_RECORD_MAX).getResultList();
            Map<UUID, VersionRow> newest = rows.query("select v from VersionRow v, DocumentRow d where d.recordType = :type"
                    + " and d.recordId = :id and v.document = d.id and v.number = d.latest", VersionRow.class)
                    .setParameter("type", record.type()).setParameter("id", record.id()).getResultStream()
                    .collect(Collectors.toMap(VersionRow::document, version -> version));
            return found.stream().map(row -> row.document(newest.get(row.id()))).toList();
        });
    }

    @Override
    public boolean mayRead(RecordRef record) {
        return callers.current().filter(caller -> caller.may(USE)).isPresent() && owners.mayRead(record);
    }

    @Override
    public boolean mayChange(RecordRef record) {
        return callers.current().filter(caller -> caller.may(USE)).isPresent() && owners.mayChange(record);
    }

    @Override
    public Optional<Document> find(UUID document) {
        callers.require(USE);
        return data.in(rows -> rows.find(DocumentRow.class, document).filter(row -> owners.mayRead(row.record()))
                .map(row -> row.document(newest(rows, row))));
    }

    @Override
    public List<DocumentVersion> versions(UUID document) {
        return read(document, (rows, row) -> rows.query(
                "select v from VersionRow v where v.document = :document order by v.number desc", VersionRow.class)
                .setParameter("document", document).getResultStream().map(VersionRow::version).toList());
    }

    @Override
    public DocumentContent content(UUID document, Optional<Integer> version) {
        DocumentVersion found = read(document, (rows, row) -> version(rows, document, version.orElse(row.latest())))
                .orElseThrow(() -> notFound(document)).version();
        return new StoredContent(files, found);
    }

    @Override
    public Document rename(UUID document, String title) {
        callers.require(USE);
        return change(document, (rows, row) -> {
            String before = row.title();
            row.rename(DocumentNames.title(title));
            rows.write();
            Document renamed = row.document(newest(rows, row));
            record(renamed, "documents.document.rename", Map.of("title", before), Map.of("title", row.title()));
            return renamed;
        });
    }

    @Override
    public Document delete(UUID document) {
        Caller caller = callers.require(USE);
        return change(document, (rows, row) -> {
            if (row.isDeleted()) {
                return row.document(newest(rows, row));
            }
            row.delete(now(), caller.name());
            rows.write();
            Document deleted = row.document(newest(rows, row));
            record(deleted, "documents.document.delete", Map.of("title", row.title()), Map.of());
            publish(DELETED, deleted);
            return deleted;
        });
    }

    @Override
    public Document restore(UUID document) {
        callers.require(USE);
        return change(document, (rows, row) -> {
            boolean deleted = row.isDeleted();
            row.restore();
            rows.write();
            Document restored = row.document(newest(rows, row));
            if (deleted) {
                record(restored, "documents.document.restore", Map.of(), Map.of("title", row.title()));
                publish(RESTORED, restored);
            }
            return restored;
        });
    }

    @Override
    public Document retain(UUID document, LocalDate until) {
        callers.require(USE);
        callers.require(RETAIN);
        return change(document, (rows, row) -> {
            Optional<LocalDate> before = row.retainedUntil();
            if (before.filter(until::isBefore).isPresent()) {
                throw DocumentNames.broken("documents.retention.shorter", "/until", before.get().toString());
            }
            row.retain(until);
            rows.write();
            Document retained = row.document(newest(rows, row));
            record(retained, "documents.document.retain", before.map(day -> Map.of("until", day.toString())).orElse(Map.of()),
                    Map.of("until", until.toString()));
            return retained;
        });
    }

    private <T> T read(UUID document, BiFunction<CompanyRows, DocumentRow, T> work) {
        callers.require(USE);
        return data.in(rows -> work.apply(rows, rows.find(DocumentRow.class, document)
                .filter(row -> owners.mayRead(row.record())).orElseThrow(() -> notFound(document))));
    }

    private <T> T change(UUID document, BiFunction<CompanyRows, DocumentRow, T> work) {
        return data.in(rows -> work.apply(rows, changeable(rows.lock(DocumentRow.class, document), document)));
    }

    private DocumentRow changeable(Optional<DocumentRow> found, UUID document) {
        DocumentRow row = found.filter(present -> owners.mayRead(present.record())).orElseThrow(() -> notFound(document));
        requireChange(row.record());
        return row;
    }

    private void requireRead(RecordRef record) {
        if (!owners.mayRead(record)) {
            throw problem(Kind.NOT_FOUND, "documents.record-not-found", record.toString());
        }
    }

    private void requireChange(RecordRef record) {
        requireRead(record);
        if (!owners.mayChange(record)) {
            throw problem(Kind.FORBIDDEN, "documents.record-not-changeable", record.toString());
        }
    }

    private static VersionRow newest(CompanyRows rows, DocumentRow row) {
        return version(rows, row.id(), row.latest()).orElseThrow();
    }

    private static Optional<VersionRow> version(CompanyRows rows, UUID document, int number) {
        return rows.query("select v from VersionRow v where v.document = :document and v.number = :number", VersionRow.class)
                .setParameter("document", document).setParameter("number", number).getResultStream().findFirst();
    }

    private static long count(CompanyRows rows, RecordRef record) {
        return rows.query("select count(d.id) from DocumentRow d where d.recordType = :type and d.recordId = :id", Long.class)
                .setParameter("type", record.type()).setParameter("id", record.id()).getSingleResult();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** In the trail it stands with the record that it is attached to. */
    private void record(Document document, String action, Map<String, String> before, Map<String, String> after) {
        audit.record(new Change(document.record(), action, before, after));
    }

    private void publish(String type, Document document) {
        events.publish(type, document.id(), Map.of("recordType", document.record().type(), "recordId", document.record().id(),
                "title", document.title(), "version", document.latest().number()));
    }

    private static ProblemException notFound(UUID document) {
        return problem(Kind.NOT_FOUND, "documents.document-not-found", document.toString());
    }
}
