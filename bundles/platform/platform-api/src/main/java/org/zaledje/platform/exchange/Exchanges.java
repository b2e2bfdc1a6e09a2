package org.zaledje.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.ListQuery;

/**
 * Imports and exports the records of all functions, as their {@link ExchangeFormat}s say. Memory does not grow with the
 * files. Thread-safe. Where the caller lacks the format's permission: a ProblemException FORBIDDEN. Where there is no
 * such format: NOT_FOUND {@code exchange.format-unknown}.
 */
@ProviderType
public interface Exchanges {

    /** The largest file that is taken, in bytes. */
    long FILE_BYTES_MAX = 512L * 1024 * 1024;

    /** Most rows of a file. */
    long ROWS_MAX = 5_000_000;

    /** Longest text of a cell, in characters. */
    int CELL_LENGTH_MAX = 32_767;

    /** Imports of more records than these are written by a job. */
    int RECORDS_AT_ONCE_MAX = 1_000;

    /** For how many hours a file that was handed in is kept. */
    int KEPT_HOURS = 24;

    /**
     * The formats that the caller may use, by id.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN when there is none
     */
    List<ExchangeFormat<?>> formats();

    /** One of these. */
    ExchangeFormat<?> format(String id);

    /** Whether the caller may import this format; no exception. */
    boolean canImport(String id);

    /** Writes all records that the query asks for, whatever page of them it names. What is not allowed is refused first. */
    void export(String format, ListQuery query, FileKind kind, TableStyle style, OutputStream out) throws IOException;

    /**
     * Writes any table, row by row.
     *
     * @param title  what it is called, for the sheet of a workbook
     * @param header what its columns are called
     * @param rows   each as long as the header: String, BigDecimal, Long, LocalDate, Instant, Boolean, or null for an empty cell
     */
    void write(String title, List<String> header, Iterator<List<Object>> rows, FileKind kind, TableStyle style, OutputStream out)
            throws IOException;

    /** Writes a table with the header and one line of examples. */
    void template(String format, FileKind kind, TableStyle style, OutputStream out) throws IOException;

    /**
     * Takes in a file and checks it. Nothing of it is imported. The file is kept for {@value #KEPT_HOURS} hours.
     *
     * @param fileName its name; may be empty
     * @throws org.zaledje.platform.problem.ProblemException UNREADABLE when it is not a table of this kind; TOO_LARGE
     */
    FileImport handIn(String format, String fileName, FileKind kind, TableStyle style, InputStream file) throws IOException;

    /**
     * A file of the current company that was handed in.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code exchange.import-unknown}
     */
    FileImport find(UUID id);

    /** Writes all mistakes of a file as CSV: line, column, found, message. Throws as {@link #find}. */
    void mistakes(UUID id, OutputStream out) throws IOException;

    /**
     * Imports a file, all of it or nothing, in one transaction. More than {@value #RECORDS_AT_ONCE_MAX} records are
     * written by a job, whose run is in the answer.
     *
     * @throws org.zaledje.platform.problem.ProblemException as {@link #find}; CONFLICT {@code exchange.import-not-ready} when it
     *         has mistakes, is being written or has been; CONFLICT {@code jobs.run.under-way} when the job writes another file;
     *         what the function objects to
     */
    FileImport run(UUID id);

    /** Forgets a file that is not being written. Throws as {@link #find}. */
    void discard(UUID id);
}
