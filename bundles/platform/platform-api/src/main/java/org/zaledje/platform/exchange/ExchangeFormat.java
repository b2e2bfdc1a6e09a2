package org.zaledje.platform.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

/**
 * Whiteboard service: how a function's records look as a table. While it is there, the records can be exported and, if the
 * function wants that, imported, as CSV and XLSX, over REST and on its pages. Thread-safe.
 *
 * @param <R> a record as the function's list gives it
 */
@ConsumerType
public interface ExchangeFormat<R> {

    /** Names the format: {@code <function>.<what>}, of lower-case letters, digits, dots and hyphens, up to 60 characters. */
    String id();

    /** What the records are called, in the plural. */
    LocalizedText title();

    /** The columns, in order. Never empty; the same at each call. */
    List<ExchangeColumn> columns();

    /** What exports can be narrowed and sorted by. */
    ListSchema list();

    /** What one must be allowed to do to export; {@link #page} checks it too. */
    String exportPermission();

    /** A page of what is exported. */
    Page<R> page(ListQuery query);

    /** A record as rows: one, or several that follow each other. */
    List<ExchangeRow> rows(R record);

    /** What one must be allowed to do to import; empty when these records can't be imported. */
    default Optional<String> importPermission() {
        return Optional.empty();
    }

    /** Column whose value holds the rows of one record together; empty when each row is a record. */
    default Optional<String> recordColumn() {
        return Optional.empty();
    }

    /** Begins to check or to write a file. Called only when there is an {@link #importPermission()}, which was checked. */
    default ImportRun begin() {
        throw new UnsupportedOperationException(id() + " can't be imported");
    }
}
