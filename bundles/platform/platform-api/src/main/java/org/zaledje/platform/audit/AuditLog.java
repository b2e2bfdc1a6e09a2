package org.zaledje.platform.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Reads the audit trail. Thread-safe. */
@ProviderType
public interface AuditLog {

    /** Permission to read the audit trail of a company. */
    String READ = "administration.audit.read";

    /** What can be asked of the list of changes. */
    ListSchema RECORDS = ListSchema.of("audit.records", "-id")
            .with(ListField.of("at", FieldType.MOMENT).range().sorted())
            .with(ListField.of("by", FieldType.TEXT).equal().sorted())
            .with(ListField.of("action", FieldType.TEXT).equal().sorted())
            .with(ListField.of("recordType", FieldType.TEXT).equal())
            .with(ListField.of("recordId", FieldType.TEXT).equal())
            .with(ListField.of("door", FieldType.TEXT).equal());

    /**
     * Changes as they are asked for.
     *
     * @param company the company; the caller's current one when empty
     * @param query   what {@link #RECORDS} allows
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@value #READ} in that company; UNREADABLE
     *         for a cursor that is not one
     */
    Page<AuditRecord> search(Optional<UUID> company, ListQuery query);

    /**
     * Hands over every change that the query finds, in its order, one after the other and never all at once.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@value #READ} in that company
     */
    void forEach(Optional<UUID> company, ListQuery query, Consumer<AuditRecord> reader);

    /**
     * Writes every change that the query finds as a table (RFC 4180, UTF-8, with a line of titles), in its order, row by
     * row; {@code out} is flushed and stays open.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@value #READ} in that company, before
     *         anything is written
     */
    void writeCsv(Optional<UUID> company, ListQuery query, OutputStream out) throws IOException;

    /**
     * What was done to one record of the caller's company, newest first: for the page that shows the record.
     *
     * @param permission what one needs to read the record itself; suffices for reading what was done to it. Where it holds in
     *                   some organisational units only, the caller has made sure that the record is in one of them.
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without that permission anywhere in the company
     */
    Page<AuditRecord> activity(RecordRef record, String permission, PageRequest page);
}
