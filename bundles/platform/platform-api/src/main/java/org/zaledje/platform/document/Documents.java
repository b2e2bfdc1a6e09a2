package org.zaledje.platform.document;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.audit.RecordRef;

/**
 * The documents of the current company's records. The caller must be allowed {@value #USE}, and to read or change the record
 * as its {@link DocumentOwner} says; a document of a record that they may not read is not there for them. What was stored is
 * on the disk when the method returns. Thread-safe.
 *
 * <p>Every method throws {@link org.zaledje.platform.problem.ProblemException}: FORBIDDEN without the right, NOT_FOUND when
 * there is no such document or record for the caller.
 */
@ProviderType
public interface Documents {

    /** Permission: work with the documents of those records that one may read or change. */
    String USE = "administration.document.use";

    /** Permission: say until when a document must be kept. */
    String RETAIN = "administration.document.retain";

    /** Event: a document is new or has a new version: {@code recordType}, {@code recordId}, {@code title}, {@code version}. */
    String STORED = "documents.document.stored";

    /** Event: a document has gone into the bin. */
    String DELETED = "documents.document.deleted";

    /** Event: a document has come back from the bin. */
    String RESTORED = "documents.document.restored";

    /** Largest file, in bytes. */
    long BYTES_MAX = 2L * 1024 * 1024 * 1024;

    /** Longest title or name of a file, in characters. */
    int NAME_LENGTH_MAX = 200;

    /** Most documents of a record, those in the bin included. */
    int OF_RECORD_MAX = 500;

    /** Most versions of a document. */
    int VERSIONS_MAX = 500;

    /** Days that a document stays in the bin. */
    int BIN_DAYS = 30;

    /**
     * Stores a file as a new document of a record. The content is read to its end, never held in memory, and not closed.
     *
     * @param title    what people call it; the name of the file when it is blank
     * @param fileName name of the file; a path before it is left out
     * @throws org.zaledje.platform.problem.ProblemException TOO_LARGE when it has more than {@value #BYTES_MAX} bytes,
     *         STORAGE_FULL when the disk has not enough room, RULES_BROKEN when names are too long or the record has too many
     */
    Document attach(RecordRef record, String title, String fileName, InputStream content);

    /** Stores a file as the new version of a document that is not in the bin; throws as {@link #attach}. */
    Document addVersion(UUID document, String fileName, InputStream content);

    /** The documents of a record, the newest first, those in the bin included. */
    List<Document> of(RecordRef record);

    /** Whether the record may have documents and the caller may read them; false, too, when there is no such record. */
    boolean mayRead(RecordRef record);

    /** Whether the caller may attach documents to the record and change them; false, too, when there is no such record. */
    boolean mayChange(RecordRef record);

    /** A document that the caller may read. */
    Optional<Document> find(UUID document);

    /** Its files, the newest first. */
    List<DocumentVersion> versions(UUID document);

    /**
     * One of its files.
     *
     * @param version number of the file; empty for the newest
     */
    DocumentContent content(UUID document, Optional<Integer> version);

    /** Gives it another title. */
    Document rename(UUID document, String title);

    /** Puts it into the bin, where it is destroyed after {@value #BIN_DAYS} days, and not before it may be. */
    Document delete(UUID document);

    /** Takes it out of the bin. */
    Document restore(UUID document);

    /**
     * Has it kept at least until a day, that day included. Takes {@value #RETAIN} besides.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN when that is earlier than what held before
     */
    Document retain(UUID document, LocalDate until);
}
